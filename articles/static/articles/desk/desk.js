/* Django's searchable lists have a field of their own that no label names: it takes its list's. */
"use strict";
function nameSearchFields(root) {
  root.querySelectorAll(".select2-search__field:not([aria-label])").forEach(function (field) {
    var select = field.closest(".select2-container").previousElementSibling;
    var label = select && select.id && document.querySelector('label[for="' + select.id + '"]');
    field.setAttribute("aria-label", label ? label.textContent.replace(":", "").trim() : "Search");
  });
}
window.addEventListener("load", function () {
  nameSearchFields(document);
  new MutationObserver(function () { nameSearchFields(document); })
    .observe(document.body, { childList: true, subtree: true });
});
