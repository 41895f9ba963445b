/* The photo page's desk: one stage, three things to draw on it, the previews beside. */
import { say } from "./words.js";
import { makeBlur } from "./photo_blur.js";
import { makeCrops } from "./photo_crops.js";
import { makeFocal } from "./photo_focal.js";
import { makePreviews } from "./photo_previews.js";
import { watchStatus } from "./photo_status.js";

const desk = document.querySelector("[data-photo-desk]");
const stage = desk.querySelector("[data-stage]");
const image = stage.querySelector("img");
const kinds = JSON.parse(document.getElementById("photo-crops").textContent);
const proportion = image.getAttribute("height") / image.getAttribute("width");
const previews = makePreviews(desk.querySelector("[data-previews]"), image, kinds);
const place = { stage, numbers: desk.querySelector("[data-numbers]"), proportion };

function redraw() { previews.draw(crops.boxOf, blur.areas()); }

function changed() {
  document.getElementById("id_crops").dispatchEvent(new Event("input", { bubbles: true }));
  redraw();
}

const focal = makeFocal(place, changed);
const crops = makeCrops(place, kinds, focal.point, changed);
const blur = makeBlur(place, changed);

const modes = [
  { label: say("Focal point"), tool: focal, hint: say("Click where the eye should go; with the point in focus, arrow keys move it.") },
  ...kinds.map((kind) => ({
    label: kind.label, tool: crops, kind,
    hint: say("Draw a box, drag it, or pull its corner. Without a box of its own, this crop follows the focal point.")
  })),
  { label: say("Blur"), tool: blur, hint: say("Draw a box over each face. It is burned into every public file; the original stays as it is.") }
];

function choose(mode) {
  [focal, crops, blur].forEach((tool) => tool.stop());
  buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(modes[index] === mode)));
  desk.querySelector("[data-hint]").textContent = mode.hint;
  mode.tool.start(mode.kind);
}

const buttons = modes.map((mode) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = mode.label;
  button.addEventListener("click", () => choose(mode));
  desk.querySelector("[data-modes]").append(button);
  return button;
});

document.documentElement.classList.add("has-script");
choose(modes[0]);
if (image.complete) { redraw(); }
image.addEventListener("load", redraw);
watchStatus(document.querySelector("[data-status-url]"));
