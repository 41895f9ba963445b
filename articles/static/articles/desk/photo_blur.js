/* Areas to blur: drawn over faces, each with its numbers and a way to take it back. */
import { say } from "./words.js";
import { makeBox } from "./photo_box.js";
import { watchDrawing } from "./photo_draw.js";
import { rounded } from "./photo_geometry.js";
import { numberFields } from "./photo_numbers.js";

export function makeBlur({ stage, numbers }, onChange) {
  const store = document.getElementById("id_blurred_areas");
  const risk = document.getElementById("id_people_at_risk");
  const place = document.createElement("div");
  const add = document.createElement("button");
  let areas = [];
  let isOn = false;
  add.type = "button";
  add.className = "button quiet";
  add.textContent = say("Add an area");
  add.addEventListener("click", () => { append([0.4, 0.2, 0.2, 0.2]).box.element.focus(); save(); });
  place.append(add);
  numbers.append(place);

  function save() {
    store.value = JSON.stringify(areas.map((area) => rounded(area.now)));
    onChange();
  }

  function append(first) {
    const area = { now: first };
    area.box = makeBox(stage, say("Area to blur"), (next) => { area.now = next; area.fields.show(next); save(); });
    area.box.element.classList.add("is-blur");
    area.fields = numberFields(place, say("Area to blur"), (next) => area.box.change(next));
    area.now = area.box.show(first, null);
    area.fields.show(area.now);
    area.fields.group.append(removal(area));
    areas.push(area);
    if (risk && !risk.checked && isOn) { risk.checked = true; }
    return area;
  }

  function removal(area) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = say("Take this area back");
    button.addEventListener("click", () => {
      areas = areas.filter((one) => one !== area);
      area.box.remove();
      area.fields.remove();
      save();
      add.focus();
    });
    return button;
  }

  function start() { isOn = true; place.hidden = false; stage.classList.add("is-blurring"); }
  function stop() { isOn = false; place.hidden = true; stage.classList.remove("is-blurring"); }

  JSON.parse(store.value || "[]").forEach(append);
  watchDrawing(stage, () => isOn, (box, isFirst) => {
    if (isFirst) { append(box); save(); } else { areas[areas.length - 1].box.change(box); }
  });
  stop();
  return { areas: () => areas.map((area) => area.now), start, stop };
}
