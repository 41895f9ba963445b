/* Four numbers in percent for a box: what the mouse draws, the keyboard can type. */
import { say } from "./words.js";
const NAMES = [say("Left"), say("Top"), say("Width"), say("Height")];

export function numberFields(place, title, onChange) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = title + ", in percent of the picture";
  group.append(legend);
  const inputs = NAMES.map((name) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "number";
    input.min = 0;
    input.max = 100;
    input.step = "any";
    label.append(name + " ", input);
    group.append(label);
    input.addEventListener("change", () => {
      const box = inputs.map((one) => Number(one.value) / 100);
      if (box.every(Number.isFinite)) { onChange(box); }
    });
    return input;
  });
  place.append(group);
  return {
    group,
    show(box) { inputs.forEach((input, index) => { input.value = Math.round(box[index] * 1000) / 10; }); },
    remove() { group.remove(); }
  };
}
