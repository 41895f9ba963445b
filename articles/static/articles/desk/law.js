"use strict";
// Long lists of places become searchable; without this they are ordinary lists.
document.addEventListener("DOMContentLoaded", () => {
  const $ = window.django && window.django.jQuery;
  if (!$ || !$.fn.select2) return;
  $(".law-region").each((_number, select) => {
    $(select).select2({ theme: "admin-autocomplete", width: "100%" });
  });
});
