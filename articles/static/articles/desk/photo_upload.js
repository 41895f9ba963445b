/* The upload panel: files in, a row of words for each photo that came in, all on one screen. */
import { watchDrops, watchInput, watchPaste } from "./photo_drop.js";
import { makeQueue } from "./photo_queue.js";
import { fillDown, watchWords } from "./photo_rows.js";
import { count, say as told } from "./words.js";

const panel = document.querySelector("[data-photo-upload]");
const confirm = panel.querySelector("[data-confirm]");
const rows = panel.querySelector("[data-rows]");
const said = panel.querySelector("[data-said]");
const service = panel.querySelector("#photo-service");

function say(sentence) { said.textContent = sentence; }

function showRow(photo) {
  const address = panel.dataset.rowUrl.replace("/0/", "/" + photo.id + "/");
  const language = confirm.querySelector("[data-language]").value;
  return fetch(address + "?language=" + encodeURIComponent(language), { credentials: "same-origin" })
    .then((response) => response.ok ? response.text() : Promise.reject(response.status))
    .then((html) => {
      rows.insertAdjacentHTML("beforeend", html);
      confirm.hidden = false;
      fillDown(rows);
    })
    .catch(() => say(told("“{title}” is in the library; its words can be written there.", { title: photo.title })));
}

const queue = makeQueue({
  url: panel.dataset.url,
  list: panel.querySelector("[data-progress]"),
  words: () => ({
    service: service ? service.value : "",
    shared: panel.querySelector("#photo-shared").checked ? "1" : ""
  }),
  onPhoto: (photo) => {
    showRow(photo).then(() => {
      const all = rows.children.length;
      if (all) { say(count(all, "One photo has come in.", "{n} photos have come in.")); }
    });
  },
  onKnown: "link"
});

function take(files, input) {
  files.forEach((file) => queue.add(file));
  if (input) { input.value = ""; }
}

/* Caption and alt text are in the language of the service that the first photo is for. */
function followService() {
  const chosen = service.selectedOptions[0];
  if (!rows.children.length) { confirm.querySelector("[data-language]").value = chosen.dataset.language; }
}

if (service && service.tagName === "SELECT") { service.addEventListener("change", followService); }
document.documentElement.classList.add("has-script");
watchInput(panel.querySelector("#photo-files"), take);
watchDrops(document.body, take);
watchPaste(take);
watchWords(confirm);
window.addEventListener("beforeunload", (event) => {
  if (queue.isBusy()) { event.preventDefault(); }
});
