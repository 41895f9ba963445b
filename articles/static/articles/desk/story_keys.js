/* Keys of the desk: Alt+Shift and a letter, which no browser uses; "?" says which there are. */
const KEYS = {
  KeyS: "[name=_continue]", KeyR: "[name=_submit]", KeyP: "[name=_publish], [name=_alone]",
  KeyL: "[name=_schedule]", KeyO: "[name=_correct]",
};
const PLACES = { KeyH: "#id_headline", KeyF: "#id_standfirst", KeyM: ".desk-aside select, .desk-aside input:not([type=hidden])" };
const sheet = document.querySelector("#desk-keys");

function press(event) {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) { return false; }
  if (KEYS[event.code]) { document.querySelector(KEYS[event.code])?.click(); return true; }
  if (PLACES[event.code]) { document.querySelector(PLACES[event.code])?.focus(); return true; }
  if (event.code === "KeyB") { window.CKEDITOR?.instances.id_body?.focus(); return true; }
  if (event.code === "KeyC") { openComments(); return true; }
  if (event.code === "Slash") { show(); return true; }
  return false;
}

function openComments() {
  const drawer = document.querySelector("#desk-comments");
  if (drawer) { drawer.open = !drawer.open; drawer.querySelector("summary").focus(); }
}

function show() { if (sheet && !sheet.open) { sheet.showModal(); } }

function isTyping(target) { return target.closest("input, textarea, select, [contenteditable=true], .cke_dialog"); }

document.addEventListener("keydown", (event) => {
  const asks = event.key === "?" && !event.ctrlKey && !event.altKey && !isTyping(event.target);
  if (asks) { show(); }
  if (asks || press(event)) { event.preventDefault(); }
});
document.querySelectorAll("[data-keys]").forEach((button) => button.addEventListener("click", show));

/* The text has a document of its own. */
function listenIn(editor) {
  const hear = () => editor.editable().attachListener(editor.editable(), "keydown", (event) => {
    if (press(event.data.$)) { event.data.preventDefault(); }
  });
  editor.on("contentDom", hear);
  hear();
}
window.CKEDITOR?.on("instanceReady", (event) => listenIn(event.editor));
Object.values(window.CKEDITOR?.instances || {}).forEach((editor) => { if (editor.status === "ready") { listenIn(editor); } });

/* A menu is closed by a click beside it, and by Escape. */
const more = document.querySelector(".desk-more");
if (more) {
  document.addEventListener("click", (event) => { if (!more.contains(event.target)) { more.open = false; } });
  more.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && more.open) { more.open = false; more.querySelector("summary").focus(); }
  });
}
