/* Writing an entry: marks, photos dropped, pasted or chosen; in the composer and in each edit form. */
import { say } from "./words.js";
import { makeDialog } from "./photo_dialog.js";
import { watchDrops, watchPaste } from "./photo_drop.js";
import { makeQueue } from "./photo_queue.js";

const KEPT = { post: say("On air."), draft: say("Kept as a draft.") };

function field(form, name) {
  return Array.from(form.elements).find((one) => one.name === name || one.name.endsWith("-" + name));
}

function show(form, photo) {
  const box = form.querySelector("[data-photo]");
  const image = box.querySelector("[data-picture]");
  field(form, "photo").value = photo ? photo.id : "";
  box.classList.toggle("is-blank", !photo);
  image.hidden = !photo || !photo.thumbnail;
  if (photo && photo.thumbnail) { image.src = photo.thumbnail; }
  box.querySelector("[data-name]").textContent = photo ? photo.title : "";
  field(form, "alt_text").value = photo ? photo.alt : "";
  field(form, "caption").value = photo ? photo.caption_here : "";
  field(form, "credit").value = photo ? photo.credit : "";
  if (photo && photo.rights_basis) { field(form, "rights_basis").value = photo.rights_basis; }
  form.dataset.typed = "yes";
}

function put(area, text, from, to) {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) { area.setRangeText(text, from, to, "end"); }
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function mark(area, button) {
  const from = area.selectionStart, to = area.selectionEnd, words = area.value.slice(from, to);
  if (button.dataset.wrap) {
    put(area, button.dataset.wrap + (words || "words") + button.dataset.wrap, from, to);
  } else if (button.dataset.line) {
    const start = area.value.lastIndexOf("\n", from - 1) + 1;
    const lines = area.value.slice(start, to).split("\n").map((line) => button.dataset.line + line).join("\n");
    put(area, lines, start, to);
  } else {
    put(area, "[" + (words || "words") + "](https://)", from, to);
    area.setSelectionRange(area.selectionEnd - 1, area.selectionEnd - 1);
  }
}

/* An address pasted over words links them. */
function pasteLink(event, area) {
  const text = event.clipboardData.getData("text/plain").trim();
  const words = area.value.slice(area.selectionStart, area.selectionEnd);
  if (!/^https?:\/\/\S+$/.test(text) || !words || /\s*https?:/.test(words)) { return; }
  event.preventDefault();
  put(area, "[" + words + "](" + text.replace(/\(/g, "%28").replace(/\)/g, "%29") + ")", area.selectionStart, area.selectionEnd);
}

/* Fields that were typed in since the form was read as ``sent``. */
export function changedSince(form, sent) {
  const plain = (text) => String(text).replace(/\r\n?/g, "\n");
  return Array.from(form.elements).filter((one) => {
    if (!one.name || ["submit", "button", "file"].includes(one.type)) { return false; }
    if (one.type === "checkbox") { return one.checked !== sent.has(one.name); }
    return plain(one.value) !== plain(sent.get(one.name));
  });
}

export function watchComposer(root) {
  const composer = root.querySelector("[data-composer]");
  let current = composer;
  const dialog = makeDialog({ url: root.dataset.picker, service: () => root.dataset.service, onPick: (photo) => show(current, photo) });

  function upload(form, files) {
    const queue = makeQueue({
      url: root.dataset.upload,
      list: form.querySelector("[data-progress]"),
      words: () => ({ service: root.dataset.service }),
      onPhoto: (photo) => { show(form, photo); field(form, "alt_text").focus(); }
    });
    files.slice(0, 1).forEach((file) => queue.add(file));
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const form = event.target.closest("[data-live-form]");
    if (!button || !form) { return; }
    if (button.matches("[data-pick]")) { current = form; dialog.open(); }
    if (button.matches("[data-drop]")) { show(form, null); }
    if (button.closest(".live-tools")) { mark(field(form, "text"), button); }
  });
  root.addEventListener("change", (event) => {
    if (!event.target.matches("[data-upload]")) { return; }
    upload(event.target.closest("[data-live-form]"), Array.from(event.target.files));
    event.target.value = "";
  });
  root.addEventListener("paste", (event) => { if (event.target.matches("textarea")) { pasteLink(event, event.target); } });
  root.addEventListener("focusin", (event) => { current = event.target.closest("[data-live-form]") || current; });
  watchPaste((files) => { if (current && current.isConnected) { upload(current, files); } });
  if (composer) { watchDrops(composer, (files) => upload(composer, files)); }

  return {
    /* What was typed while the entry was under way belongs to the next one. */
    reset(deed, sent) {
      const changed = changedSince(composer, sent);
      const box = composer.querySelector("[data-photo]");
      if (!changed.some((one) => box.contains(one))) { show(composer, null); }
      const stale = ["headline", "text", "is_key_event", "is_pinned"].map((name) => field(composer, name)).filter((one) => !changed.includes(one));
      stale.forEach((one) => { if (one.type === "checkbox") { one.checked = false; } else { one.value = ""; } });
      if (!changed.length) { delete composer.dataset.typed; }
      const said = composer.querySelector("[data-said]");
      said.textContent = KEPT[deed] || "";
      setTimeout(() => { said.textContent = ""; }, 4000);
      if (!changed.length) { field(composer, "text").focus(); }
    },
    setKey(key) { if (key) { field(composer, "key").value = key; } }
  };
}
