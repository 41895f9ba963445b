/* Arranging a front: pointer and keyboard, saved as one goes. Without it the form's buttons work. */
import { makeDialog } from "./photo_dialog.js";
import { makeDragging } from "./front_drag.js";
import { makeOffers } from "./front_offers.js";
import { makeSaving } from "./front_saving.js";
import { makeSlots } from "./front_slots.js";

const root = document.querySelector("[data-front]");
if (root) {
  root.classList.add("has-script");
  const form = root.querySelector("form");
  const saving = makeSaving(form);
  const slots = makeSlots(root, saving.changed);
  const offers = makeOffers(root, slots, saving.changed);
  let picking = null;
  const dialog = makeDialog({
    url: root.dataset.photos,
    service: () => root.dataset.service,
    onPick: (photo) => slots.setPicture(picking, String(photo.id), photo.thumbnail)
  });

  const actions = {
    up: (slot) => slots.move(slot, -1),
    down: (slot) => slots.move(slot, 1),
    drop: (slot) => slots.drop(slot),
    ownPicture: (slot) => slots.setPicture(slot, "own", ""),
    noPicture: (slot) => slots.setPicture(slot, "none", ""),
    pickPicture: (slot) => { picking = slot; dialog.open(); },
    link: (slot) => offers.linkTo(slot),
    unlink: (slot, button) => slots.unlink(slot, button.closest("[data-link-to]"))
  };

  slots.list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const name = button && Object.keys(actions).find((one) => one in button.dataset);
    if (name) {
      event.preventDefault();
      actions[name](button.closest("[data-slot]"), button);
    }
  });
  slots.list.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const handle = event.target.closest("[data-handle]");
    if (!step || !handle) { return; }
    event.preventDefault();
    slots.move(handle.closest("[data-slot]"), step);
    handle.focus();
  });
  slots.list.addEventListener("input", (event) => {
    slots.refresh(event.target.closest("[data-slot]"));
    saving.changed();
  });
  makeDragging(slots.list, slots.settle);
  /* Enter in a field of a card must not press its first button. */
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName === "INPUT") { event.preventDefault(); }
  });
}
