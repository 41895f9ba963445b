/* Around the text: how much there is of it, how long the headline is, light or dark as the desk. */
import { countIn } from "./story_counts.js";
import { count, say } from "./words.js";

const form = document.querySelector("#story_form");
const headline = document.querySelector("#id_headline");
const counts = document.querySelector("[data-counts]");

function sentence(text, wordsAMinute) {
  const { words, characters } = countIn(text);
  const minutes = Math.max(1, Math.round(words / wordsAMinute));
  return [count(words, "{n} word", "{n} words"), count(characters, "{n} character", "{n} characters"),
    words ? count(minutes, "{n} minute to read", "{n} minutes to read") : ""].filter(Boolean).join(" · ");
}

/* Captions and pull quotes are not read twice: as articles/text/body.py counts. */
function textOf(editor) {
  const copy = editor.editable().$.cloneNode(true);
  copy.querySelectorAll("figure, blockquote[data-kind], .cke_reset, [data-cke-temp], [data-cke-hidden-sel]").forEach((one) => one.remove());
  copy.querySelectorAll("p, h2, h3, h4, li, td, th, div, br").forEach((one) => one.append("\n"));
  return copy.textContent;
}

function watchCounts(editor) {
  let waiting = 0;
  const wordsAMinute = (editor.config.newsroom || {}).wordsAMinute || 190;
  const show = () => {
    const selected = editor.getSelection()?.getSelectedText()?.trim();
    const all = sentence(textOf(editor), wordsAMinute);
    counts.textContent = selected ? say("{all} — selected: {some}", { all, some: sentence(selected, wordsAMinute) }) : all;
  };
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(show, 250); };
  editor.on("change", soon);
  const listen = () => ["selectionchange", "keyup", "mouseup"].forEach((name) => editor.document.$.addEventListener(name, soon));
  editor.on("contentDom", listen);
  listen();
  show();
}

function watchHeadline(hint) {
  const limit = Number(headline.dataset.cards);
  const bar = hint.querySelector("meter");
  const words = hint.querySelector("[data-words]");
  const show = () => {
    const length = [...headline.value].length;
    bar.value = Math.min(length, bar.max);
    hint.classList.toggle("too-long", length > limit);
    words.textContent = length > limit
      ? say("{n} characters: too long for cards, where more than {limit} wrap or are cut", { n: length, limit })
      : count(length, "{n} character", "{n} characters");
    headline.style.blockSize = "auto";
    headline.style.blockSize = `${headline.scrollHeight}px`;
  };
  headline.addEventListener("input", show);
  show();
}

/* The editor's frame does not inherit what the desk was switched to. */
function watchTheme(editor) {
  const root = document.documentElement;
  const tell = () => { editor.document.$.documentElement.dataset.theme = root.dataset.theme || "auto"; };
  editor.on("contentDom", tell);
  new MutationObserver(tell).observe(root, { attributeFilter: ["data-theme"] });
  tell();
}

function ready(editor) {
  watchTheme(editor);
  if (counts) { watchCounts(editor); }
}

function whenThere() {
  if (!window.CKEDITOR) { return; }
  const found = window.CKEDITOR.instances.id_body;
  if (found?.status === "ready") { ready(found); return; }
  window.CKEDITOR.on("instanceReady", (event) => { if (event.editor.name === "id_body") { ready(event.editor); } });
}

if (form) {
  const hint = document.querySelector("[data-headline-hint]");
  if (headline && hint) { watchHeadline(hint); }
  whenThere();
}
