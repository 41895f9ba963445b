/* Drawing a new box with the mouse on the empty stage, shown while it grows. */
import { LEAST, between, clamp } from "./photo_geometry.js";
import { pointOn } from "./photo_box.js";

/* ``isOn()``: whether drawing is what a press means just now; ``onDraw(box, isFirst)``. */
export function watchDrawing(stage, isOn, onDraw) {
  stage.addEventListener("pointerdown", (event) => {
    if (!isOn() || event.button) { return; }
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const start = pointOn(stage, event);
    let isFirst = true;
    function grow(moved) {
      const box = between(start, pointOn(stage, moved).map((one) => clamp(one, 0, 1)));
      if (isFirst && (box[2] < LEAST || box[3] < LEAST)) { return; }
      onDraw(box, isFirst);
      isFirst = false;
    }
    stage.addEventListener("pointermove", grow);
    stage.addEventListener("lostpointercapture", () => stage.removeEventListener("pointermove", grow), { once: true });
  });
}
