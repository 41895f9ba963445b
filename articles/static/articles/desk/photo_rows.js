/* What every row of words shares: counters, flags, what the rights demand, filling down. */
import { say } from "./words.js";
const LONG = { caption: 300, alt_text: 150 };
const FILE_NAME = /^((img|dsc|dscn|dscf|pxl|p|photo|image|screenshot)?[-_ ]*[\d()._-]*\d[\d()._-]*|.+\.(jpe?g|png|webp|avif|heic|heif|tiff?))$/i;

function folded(text) { return text.trim().replace(/\s+/g, " ").replace(/\.+$/, "").toLowerCase(); }

function field(row, name) { return row.querySelector(".photo-field-" + name + " :is(input, textarea, select)"); }

function value(row, name) {
  const input = field(row, name);
  return input ? input.value || input.placeholder || "" : "";
}

export function flagOf(row) {
  const alt = folded(value(row, "alt_text"));
  const caption = folded(value(row, "caption") || value(row, "caption_override"));
  if (!alt) { return ""; }
  if (alt === caption) { return say("The alt text repeats the caption: say what the picture shows instead."); }
  if (FILE_NAME.test(alt) || (alt === folded(row.dataset.title || "") && alt.includes("_"))) {
    return say("The alt text is a file's name: say what the picture shows instead.");
  }
  return "";
}

function showFlag(row) {
  const place = row.querySelector("[data-flag]");
  if (!place) { return; }
  place.textContent = flagOf(row);
  place.hidden = !place.textContent;
}

function showDemands(row) {
  const place = row.querySelector("[data-demands]");
  const basis = field(row, "rights_basis");
  const source = document.getElementById("photo-demanded");
  if (!place || !basis || !source) { return; }
  place.textContent = JSON.parse(source.textContent)[basis.value] || "";
  place.hidden = !place.textContent;
}

function count(input) {
  let output = input.parentElement.querySelector(".photo-counter");
  if (!output) {
    output = document.createElement("output");
    output.className = "photo-counter";
    output.htmlFor = input.id;
    input.after(output);
  }
  const most = LONG[input.dataset.counted];
  output.textContent = input.value.length + " / " + most;
  output.classList.toggle("is-long", input.value.length > most);
}

export function refresh(row) {
  showFlag(row);
  showDemands(row);
  row.querySelectorAll("[data-counted]").forEach(count);
}

export function watchWords(root) {
  root.addEventListener("input", (event) => {
    const row = event.target.closest("[data-photo-row]");
    if (row) { refresh(row); }
  });
  root.querySelectorAll("[data-photo-row]").forEach(refresh);
}

/* A button beside each field of the first row puts its value into all rows below. */
const FILLED = ["caption", "credit", "creator", "rights_basis", "source", "taken_at", "place", "licence",
  "permission_note", "rights_end_at", "digital_source_type"];

export function fillDown(root) {
  const rows = Array.from(root.querySelectorAll("[data-photo-row]"));
  rows.forEach(refresh);
  if (rows.length < 2) { return; }
  FILLED.forEach((name) => {
    const box = rows[0].querySelector(".photo-field-" + name);
    if (!box || box.querySelector("[data-fill]")) { return; }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "photo-fill";
    button.dataset.fill = name;
    button.textContent = say("↓ all");
    button.setAttribute("aria-label", say("Use this for all photos: {field}", { field: box.querySelector("label").textContent }));
    button.addEventListener("click", () => copyDown(root, name));
    box.querySelector("label").after(button);
  });
}

function copyDown(root, name) {
  const rows = Array.from(root.querySelectorAll("[data-photo-row]"));
  const said = field(rows[0], name).value;
  rows.slice(1).forEach((row) => {
    field(row, name).value = said;
    refresh(row);
  });
}
