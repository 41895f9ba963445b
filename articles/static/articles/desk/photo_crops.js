/* The named crops: each its own box, or the biggest around the focal point. */
import { say } from "./words.js";
import { makeBox } from "./photo_box.js";
import { watchDrawing } from "./photo_draw.js";
import { WHOLE, around, fitted, rounded } from "./photo_geometry.js";
import { numberFields } from "./photo_numbers.js";

export function makeCrops({ stage, numbers, proportion }, kinds, focalPoint, onChange) {
  const store = document.getElementById("id_crops");
  const own = JSON.parse(store.value || "{}");
  const box = makeBox(stage, say("Crop"), keep);
  const fields = numberFields(numbers, say("Crop"), (next) => { box.change(next); });
  const reset = document.createElement("button");
  let kind = null;
  reset.type = "button";
  reset.className = "button quiet";
  reset.addEventListener("click", () => { delete own[kind.name]; save(); show(); });
  fields.group.append(reset);

  function aspectOf(one) { return one.ratio ? one.ratio * proportion : null; }

  function boxOf(one) {
    if (!one.ratio) { return own[one.name] || WHOLE; }
    if (own[one.name]) { return fitted(own[one.name], aspectOf(one)); }
    return around(focalPoint(), aspectOf(one), own.full || WHOLE);
  }

  function save() {
    store.value = JSON.stringify(own);
    onChange();
  }

  function keep(next) {
    own[kind.name] = rounded(next);
    if (!kind.ratio && next[2] > 0.999 && next[3] > 0.999) { delete own[kind.name]; }
    fields.show(next);
    tellReset();
    save();
  }

  function tellReset() {
    reset.hidden = !(kind.name in own);
    reset.textContent = kind.ratio ? say("Follow the focal point again") : say("Show the whole picture again");
  }

  function show() {
    fields.show(box.show(boxOf(kind), aspectOf(kind)));
    box.element.setAttribute("aria-label", say("Crop {label}. Arrow keys move it, with shift they change its size.", { label: kind.label }));
    tellReset();
  }

  function stop() {
    kind = null;
    box.hide();
    fields.group.hidden = true;
  }

  watchDrawing(stage, () => kind !== null, (drawn) => { box.change(drawn); });
  stop();
  return { boxOf, stop, start(chosen) { kind = chosen; fields.group.hidden = false; show(); } };
}
