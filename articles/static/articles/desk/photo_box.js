/* One box on the stage: dragged, resized at its corner, or moved by the arrow keys. */
import { fitted } from "./photo_geometry.js";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 0.01;

export function pointOn(stage, event) {
  const frame = stage.getBoundingClientRect();
  return [(event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height];
}

export function makeBox(stage, label, onChange) {
  const element = document.createElement("div");
  const handle = document.createElement("span");
  let box = [0, 0, 1, 1];
  let aspect = null;
  element.className = "photo-box";
  element.tabIndex = 0;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", label + ". Arrow keys move it, with shift they change its size.");
  handle.className = "photo-box-handle";
  element.append(handle);
  stage.append(element);

  function place() {
    ["left", "top", "width", "height"].forEach((side, index) => {
      element.style[side] = box[index] * 100 + "%";
    });
  }

  function change(next) {
    box = fitted(next, aspect);
    place();
    onChange(box);
  }

  element.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way) { return; }
    event.preventDefault();
    const [x, y] = way.map((one) => one * STEP);
    if (!event.shiftKey) { change([box[0] + x, box[1] + y, box[2], box[3]]); }
    else { change([box[0], box[1], box[2] + x + (aspect ? y : 0), box[3] + y]); }
  });

  element.addEventListener("pointerdown", (event) => {
    const isResizing = event.target === handle;
    if (!isResizing && box[2] > 0.999 && box[3] > 0.999) { return; }  // no room to move: draw anew
    event.preventDefault();
    event.stopPropagation();
    element.focus();
    element.setPointerCapture(event.pointerId);
    const start = pointOn(stage, event);
    const from = box;
    function move(moved) {
      const now = pointOn(stage, moved);
      const x = now[0] - start[0];
      const y = now[1] - start[1];
      change(isResizing ? [from[0], from[1], from[2] + x, from[3] + y] : [from[0] + x, from[1] + y, from[2], from[3]]);
    }
    element.addEventListener("pointermove", move);
    element.addEventListener("lostpointercapture", () => element.removeEventListener("pointermove", move), { once: true });
  });

  return {
    element,
    show(next, nextAspect) { aspect = nextAspect; box = fitted(next, aspect); element.hidden = false; place(); return box; },
    change,
    hide() { element.hidden = true; },
    remove() { element.remove(); }
  };
}
