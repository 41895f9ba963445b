/* Photos beside the story: from the library, from this device, dropped or pasted. */
import { say } from "./words.js";
import { makeDialog } from "./photo_dialog.js";
import { watchDrops, watchInput, watchPaste } from "./photo_drop.js";
import { makeQueue } from "./photo_queue.js";
import { refresh, watchWords } from "./photo_rows.js";
import { watchOrder } from "./story_photo_order.js";
import { makeStoryRows } from "./story_photo_rows.js";

const group = document.getElementById("story_photos-group");

function service() {
  const select = document.getElementById("id_service");
  return group.dataset.service || (select ? select.value : "");
}

function start() {
  const rows = makeStoryRows(group);
  const said = group.querySelector("[data-said]");

  function take(photo, role) {
    const known = rows.find(photo.id);
    const row = rows.fill(photo, role);
    said.textContent = known ? say("“{title}” stands beside this story already.", { title: photo.title }) : "";
    const alt = rows.field(row, "alt_text");
    if (role !== "inline") { (alt.value ? row.querySelector("select") : alt).focus(); }
  }

  const queue = makeQueue({
    url: group.dataset.upload,
    list: group.querySelector("[data-progress]"),
    words: () => ({ service: service() }),
    onPhoto: (photo, file, isNew) => {
      take(photo);
      if (isNew === false) { said.textContent = say("“{title}” was in the library already: that one is used.", { title: photo.title }); }
    }
  });

  function send(files, input) {
    files.forEach((file) => queue.add(file));
    if (input) { input.value = ""; }
  }

  const dialog = makeDialog({ url: group.dataset.picker, service, onPick: (photo) => take(photo) });
  group.querySelector("[data-pick]").addEventListener("click", dialog.open);
  watchInput(group.querySelector("[data-files]"), send);
  group.addEventListener("change", (event) => {
    if (event.target.name && event.target.name.endsWith("-file")) { send(Array.from(event.target.files), event.target); }
    if (event.target.name && event.target.name.endsWith("-DELETE")) { mark(event.target); }
  });
  watchDrops(group, send);
  watchPaste(send);
  watchWords(group);
  watchOrder(rows);
  rows.used().forEach(refresh);

  function mark(box) {
    box.closest(".story-photo").classList.toggle("is-gone", box.checked);
    rows.renumber();
  }

  /* From the text: the editor says which files, and is told what became of each. */
  document.addEventListener("newsphoto-alt", (event) => rows.heard(event.detail));
  document.addEventListener("newsphoto-files", (event) => {
    event.preventDefault();
    const asked = event.detail;
    asked.files.forEach((file) => queue.add(file, {
      onPhoto: (photo) => { take(photo, "inline"); asked.placed(file, photo); },
      progressed: (part) => asked.progressed(file, part),
      refused: (sentence) => asked.refused(file, sentence)
    }));
  });
  group.addEventListener("click", (event) => {
    const button = event.target.closest("[data-place]");
    if (button) {
      const id = rows.field(button.closest(".story-photo"), "photo").value;
      document.dispatchEvent(new CustomEvent("newsphoto-place", { detail: { id } }));
    }
  });
  group.closest("form").addEventListener("submit", (event) => {
    if (queue.isBusy()) {
      event.preventDefault();
      said.textContent = say("A photo is still on its way: save again when it is there.");
      said.scrollIntoView({ block: "center" });
    }
  });
}

document.documentElement.classList.add("has-script");
if (group && group.querySelector("[data-rows]")) { start(); }
