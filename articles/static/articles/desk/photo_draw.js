/* Drawing a new box with the mouse on the empty stage. */
import { LEAST, between, clamp } from "./photo_geometry.js";
import { pointOn } from "./photo_box.js";

/* ``isOn()``: whether drawing is what a press means just now. */
export function watchDrawing(stage, isOn, onDrawn) {
  stage.addEventListener("pointerdown", (event) => {
    if (!isOn() || event.button) { return; }
    event.preventDefault();
    stage.setPointerCapture(event.pointerId);
    const start = pointOn(stage, event);
    stage.addEventListener("pointerup", (up) => {
      const end = pointOn(stage, up).map((one) => clamp(one, 0, 1));
      const box = between(start, end);
      if (box[2] > LEAST && box[3] > LEAST) { onDrawn(box); }
    }, { once: true });
  });
}
