/* The stream as the server has it now; what somebody is typing in stays untouched. */
function isTyped(row) {
  if (row.querySelector("form[data-typed]:not([data-done])")) { return true; }
  return !row.querySelector("form[data-done]") && (!!row.querySelector("details[open]") && row.contains(document.activeElement));
}

/* What was typed while a change was under way goes on in the entry's new form. */
export function carryOver(form, changed, focused) {
  const row = document.getElementById("entry-" + form.elements.entry.value);
  const fresh = row && (form.isConnected ? form : row.querySelector("[data-live-form]"));
  if (!fresh) { return; }
  delete fresh.dataset.done;
  fresh.dataset.typed = "yes";
  if (fresh === form) { return; }
  const box = form.querySelector("[data-photo]");
  if (box && changed.some((one) => box.contains(one))) { fresh.querySelector("[data-photo]").replaceWith(box); }
  changed.forEach((one) => {
    const same = fresh.elements[one.name];
    if (same) { same.value = one.value; same.checked = one.checked; }
  });
  fresh.closest("details").open = true;
  if (focused && fresh.elements[focused.name]) { fresh.elements[focused.name].focus(); }
}

/* Returns the key for the next entry. */
export function mergeStream(root, html) {
  const sent = new DOMParser().parseFromString(html, "text/html").querySelector("[data-stream]");
  const stream = root.querySelector("[data-stream]");
  if (!sent) { return ""; }
  const list = stream.querySelector("[data-rows]");
  const hadNone = list.querySelector(".live-none");
  if (hadNone) { hadNone.remove(); }
  let last = null;
  Array.from(sent.querySelectorAll("[data-rows] > li")).forEach((row) => {
    const known = row.id && document.getElementById(row.id);
    let shown = known;
    if (!known) {
      shown = document.importNode(row, true);
      shown.classList.add("is-new");
    } else if (known.dataset.mark !== row.dataset.mark && !isTyped(known)) {
      shown = document.importNode(row, true);
      known.replaceWith(shown);
    }
    const next = last ? last.nextElementSibling : list.firstElementChild;
    if (shown !== next) { list.insertBefore(shown, next); }
    last = shown;
  });
  /* What went further down, or was discarded by somebody. */
  while (last && last.nextElementSibling && !isTyped(last.nextElementSibling)) { last.nextElementSibling.remove(); }
  return sent.dataset.key;
}
