/* Dragging a card by its handle, with a mouse, a finger or a pen. */
export function makeDragging(list, settle) {
  let dragged = null;
  let before = null;

  function below(y) {
    return Array.from(list.children).find((slot) => {
      const box = slot.getBoundingClientRect();
      return slot !== dragged && y < box.top + box.height / 2;
    }) || null;
  }

  function start(event) {
    const handle = event.target.closest("[data-handle]");
    if (!handle || event.button) { return; }
    dragged = handle.closest("[data-slot]");
    before = dragged.nextElementSibling;
    handle.setPointerCapture(event.pointerId);
    dragged.classList.add("is-dragged");
  }

  function move(event) {
    if (!dragged) { return; }
    event.preventDefault();
    const next = below(event.clientY);
    if (next !== dragged.nextElementSibling && next !== dragged) {
      list.insertBefore(dragged, next);
      event.target.setPointerCapture(event.pointerId);
    }
    const edge = 60;
    if (event.clientY < edge) { window.scrollBy(0, -12); }
    if (event.clientY > window.innerHeight - edge) { window.scrollBy(0, 12); }
  }

  function end(isKept) {
    if (!dragged) { return; }
    const slot = dragged;
    dragged = null;
    slot.classList.remove("is-dragged");
    if (!isKept) { list.insertBefore(slot, before); }
    if (slot.nextElementSibling !== before) { settle(slot); }
  }

  list.addEventListener("pointerdown", start);
  list.addEventListener("pointermove", move);
  list.addEventListener("pointerup", () => end(true));
  list.addEventListener("pointercancel", () => end(false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { end(false); } });
}
