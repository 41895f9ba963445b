/* The focal point: by click, by arrow keys, or as two numbers. */
import { say } from "./words.js";
import { clamp } from "./photo_geometry.js";
import { pointOn } from "./photo_box.js";

const KEYS = { ArrowLeft: [-0.01, 0], ArrowRight: [0.01, 0], ArrowUp: [0, -0.01], ArrowDown: [0, 0.01] };

export function makeFocal({ stage }, onChange) {
  const fields = [document.getElementById("id_focal_x"), document.getElementById("id_focal_y")];
  const mark = document.createElement("div");
  let isOn = false;
  mark.className = "photo-point";
  mark.tabIndex = 0;
  mark.setAttribute("role", "group");
  mark.setAttribute("aria-label", say("Focal point. Arrow keys move it."));
  stage.append(mark);

  function point() { return fields.map((field) => clamp(Number(field.value) || 0, 0, 1)); }

  function show() {
    const [x, y] = point();
    mark.style.left = x * 100 + "%";
    mark.style.top = y * 100 + "%";
  }

  function put(next) {
    fields.forEach((field, index) => { field.value = Math.round(clamp(next[index], 0, 1) * 1000) / 1000; });
    show();
    onChange();
  }

  stage.addEventListener("click", (event) => { if (isOn) { put(pointOn(stage, event)); mark.focus(); } });
  mark.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way) { return; }
    event.preventDefault();
    const now = point();
    put([now[0] + way[0], now[1] + way[1]]);
  });
  fields.forEach((field) => field.addEventListener("input", () => { show(); onChange(); }));
  show();
  return {
    point,
    start() { isOn = true; mark.classList.add("is-on"); },
    stop() { isOn = false; mark.classList.remove("is-on"); }
  };
}
