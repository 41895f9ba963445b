/* The order of a story's photos: by buttons, or dragged by the picture. */
function tellPlace(row) {
  const role = row.querySelector("[name$='-role']");
  row.querySelector("[data-place]").hidden = role.value !== "inline";
  row.dataset.role = role.value;
  row.dataset.crop = row.querySelector("[name$='-crop']").value;
}

export function watchOrder(rows) {
  let dragged = null;
  rows.list.addEventListener("click", (event) => {
    const step = event.target.closest("[data-up]") ? -1 : event.target.closest("[data-down]") ? 1 : 0;
    if (!step) { return; }
    rows.move(event.target.closest(".story-photo"), step);
    event.target.focus();
  });
  rows.list.addEventListener("dragstart", (event) => {
    const image = event.target.closest("[data-picture]");
    if (!image) { return; }
    dragged = image.closest(".story-photo");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  rows.list.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest(".story-photo");
    if (!over || over === dragged) { return; }
    event.preventDefault();
    const frame = over.getBoundingClientRect();
    if (event.clientY < frame.top + frame.height / 2) { over.before(dragged); } else { over.after(dragged); }
  });
  rows.list.addEventListener("dragend", () => {
    if (dragged) { rows.renumber(); }
    dragged = null;
  });
  rows.list.addEventListener("change", (event) => tellPlace(event.target.closest(".story-photo")));
  new MutationObserver(() => rows.all().forEach(tellPlace)).observe(rows.list, { childList: true, subtree: false });
  rows.all().forEach(tellPlace);
}
