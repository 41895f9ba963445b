/* Passages that comments are about, marked by the browser's own highlights: nothing is put into the
 * text, so nothing of them can be saved, merged or counted. A browser may have none. */
import { placeOf, startOf } from "./comment_place.js";

const MARK = "comment-passage", CURRENT = "comment-current";
const LONGEST = 1000000; // characters
const BLOCKS = "p, h2, h3, h4, li, td, th, blockquote, figure, figcaption, aside, div, br";
const panel = document.querySelector("#desk-comments, section.desk-comments");
const PLACE = ["words_before", "words_after", "occurrence"], LONGEST_QUOTE = 300;
let root = null, found = [], current = null, selected = null;

const threads = () => Array.from(panel.querySelectorAll(".desk-threads > li[data-open]"));
const quoteOf = (thread) => thread.querySelector("blockquote")?.textContent.replace(/\s+/g, " ").trim() || "";

const placeIn = (thread) => thread.querySelector("blockquote").dataset;

/* The text as one line, and where each character of it stands. */
function lineOf(body) {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const line = [], at = [];
  const add = (character, node, offset) => {
    if (character === " " && (!line.length || line[line.length - 1] === " ")) { return; }
    line.push(character); at.push([node, offset]);
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) { if (node.matches(BLOCKS)) { add(" ", node, 0); } continue; }
    if (node.parentElement.closest(".cke_reset, [data-cke-temp], [data-cke-hidden-sel]")) { continue; }
    for (let index = 0; index < node.length; index += 1) {
      const character = node.data[index];
      if (character !== "\u200b") { add(/\s/.test(character) ? " " : character, node, index); }
    }
  }
  return { line: line.join(""), at };
}

function rangeOf(quote, place, text) {
  const start = startOf(quote, place, text.line);
  if (start < 0) { return null; }
  const range = root.ownerDocument.createRange();
  range.setStart(...text.at[start]);
  const [node, offset] = text.at[start + quote.length - 1];
  range.setEnd(node, offset + 1);
  return range;
}

function mark() {
  if (!root?.ownerDocument.defaultView) { return; }
  const asked = threads().filter((thread) => quoteOf(thread));
  const text = asked.length && root.textContent.length < LONGEST ? lineOf(root) : null;
  found = asked.map((thread) => ({ thread, range: text && rangeOf(quoteOf(thread), placeIn(thread), text) }));
  if (text) { found.forEach(tell); }
  light(MARK, found.map((one) => one.range).filter(Boolean));
  paint(found.find((one) => one.thread === current));
}

function light(name, ranges) {
  const view = root.ownerDocument.defaultView;
  view.CSS?.highlights?.set(name, new view.Highlight(...ranges));
}

function paint(one) {
  current = one?.thread || null;
  panel.querySelectorAll(".is-current").forEach((thread) => thread.classList.remove("is-current"));
  if (current) { current.classList.add("is-current"); }
  light(CURRENT, one?.range ? [one.range] : []);
}

function tell({ thread, range }) {
  const before = thread.querySelector(".desk-passage");
  if (before && (before.localName === "button") === Boolean(range)) { return; }
  before?.remove();
  const told = document.createElement(range ? "button" : "p");
  told.className = range ? "desk-passage button quiet" : "desk-passage quiet";
  told.textContent = panel.dataset[range ? "show" : "changed"];
  if (range) { told.type = "button"; told.addEventListener("click", () => showPassage(thread)); }
  thread.querySelector("blockquote").after(told);
}

function showPassage(thread) {
  const one = found.find((each) => each.thread === thread);
  if (!one?.range) { return; }
  const start = one.range.startContainer;
  (start.parentElement || start).scrollIntoView({ block: "center" });
  const selection = root.ownerDocument.defaultView.getSelection();
  if (root.isContentEditable) {
    window.CKEDITOR.instances.id_body.focus();
    selection.removeAllRanges();
    selection.addRange(one.range.cloneRange());
  }
  paint(one);
}

/* Of several, each click shows the next. */
function threadAt(node, offset) {
  const here = found.filter((one) => one.range?.isPointInRange(node, offset));
  return here[(here.findIndex((one) => one.thread === current) + 1) % (here.length || 1)];
}

function showThread(one) {
  if (!one) { return; }
  if ("open" in panel) { panel.open = true; }
  paint(one);
  one.thread.tabIndex = -1;
  one.thread.scrollIntoView({ block: "nearest" });
}

function atCaret() {
  const selection = root?.ownerDocument.defaultView.getSelection();
  return selection?.focusNode ? threadAt(selection.focusNode, selection.focusOffset) : null;
}

/* The passage that is selected in the text becomes what the next comment is about. */
function keepSelected() {
  const selection = root?.ownerDocument.getSelection();
  if (!selection?.rangeCount || !root.contains(selection.anchorNode)) { return; }
  selected = selection.isCollapsed ? null : selection.getRangeAt(0).cloneRange();
}

function askAbout(form) {
  if (!selected || root.textContent.length >= LONGEST || form.elements.quote.value || !root.contains(selected.startContainer)) { return; }
  const text = lineOf(root);
  const inside = text.at.map(([node, offset]) => node.nodeType === 3 && selected.comparePoint(node, offset) === 0
    && !(node === selected.endContainer && offset === selected.endOffset));
  let start = inside.indexOf(true);
  if (start < 0) { return; }
  if (text.line[start] === " ") { start += 1; }
  const quote = text.line.slice(start, inside.lastIndexOf(true) + 1).slice(0, LONGEST_QUOTE).trim();
  const told = { quote, ...placeOf(start, quote, text.line) };
  Object.keys(told).forEach((name) => { form.elements[name].value = told[name]; });
}

function watch(body) {
  root = body;
  body.ownerDocument.addEventListener("selectionchange", keepSelected);
  body.ownerDocument.addEventListener("click", (event) => {
    if (body.contains(event.target) && body.ownerDocument.getSelection().isCollapsed) { showThread(atCaret()); }
  });
  mark();
}

function watchEditor(editor) {
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(mark, 400); };
  editor.on("contentDom", () => watch(editor.editable().$));
  editor.on("change", soon);
  watch(editor.editable().$);
}

if (panel) {
  panel.addEventListener("desk:comments", mark);
  panel.addEventListener("focusin", (event) => {
    const form = event.target.name === "text" && event.target.closest(".desk-new-comment");
    if (form) { askAbout(form); }
  });
  /* Written by hand, it may be elsewhere. */
  panel.addEventListener("input", (event) => {
    if (event.target.name === "quote") { PLACE.forEach((name) => { event.target.form.elements[name].value = ""; }); }
  });
  /* Opened while the caret stands in a passage. */
  panel.addEventListener("toggle", () => {
    const one = panel.open && atCaret();
    if (one) { showThread(one); one.thread.focus(); }
  });
  const read = document.querySelector(".desk-read");
  if (read) { watch(read); }
  window.CKEDITOR?.on("instanceReady", ({ editor }) => { if (editor.name === "id_body") { watchEditor(editor); } });
  const ready = window.CKEDITOR?.instances.id_body;
  if (ready?.status === "ready") { watchEditor(ready); }
}
