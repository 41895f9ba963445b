/* The stream as the server has it now; what somebody is typing in stays untouched. */
function isTyped(row) {
  if (row.querySelector("form[data-done]")) { return false; }
  return !!row.querySelector("form[data-typed]") || (!!row.querySelector("details[open]") && row.contains(document.activeElement));
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
