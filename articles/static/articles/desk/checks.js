/* The checks before air beside the form: fetched once it stands, and again on demand or when
 * something was saved ("desk:saved" on the document). A mark stands beside each field concerned. */
"use strict";
document.addEventListener("DOMContentLoaded", function () {
  var panel = document.getElementById("desk-checks");
  if (!panel || !window.fetch) { return; }
  var list = panel.querySelector(".desk-checks-list");
  var again = panel.querySelector(".desk-checks-again");
  var marks = [];

  function look() {
    panel.setAttribute("aria-busy", "true");
    fetch(panel.dataset.url + "?panel=1", { credentials: "same-origin", headers: { "X-Requested-With": "fetch" } })
      .then(function (response) {
        if (response.redirected || !response.ok) { throw new Error(response.status); }
        return response.text();
      })
      .then(function (html) { list.innerHTML = html; mark(); })
      .catch(function () { tell(panel.dataset.failed); })
      .then(function () { panel.removeAttribute("aria-busy"); again.hidden = false; });
  }

  function tell(words) {
    var note = document.createElement("p");
    note.className = "errornote";
    note.textContent = words;
    list.replaceChildren(note);
  }

  function textEditor() { return window.CKEDITOR && window.CKEDITOR.instances.id_body; }

  /* Of "photo-12": the number of a photo in the text. */
  function photoOf(anchor) { return (/^photo-([0-9]+)$/.exec(anchor) || [])[1]; }

  /* From another page, once the text stands. */
  function arrive() {
    var number = photoOf(window.location.hash.slice(1)), editor = textEditor();
    if (!number || !editor) { return; }
    function go() { window.CKEDITOR.newsphotoGo(editor, number); }
    if (editor.status === "ready") { go(); } else { editor.once("instanceReady", go); }
  }

  /* The label of the field, or the heading of the group of rows. */
  function placeOf(anchor) {
    anchor = photoOf(anchor) ? "id_body" : anchor;
    var field = document.getElementById(anchor) || document.getElementById(anchor.replace(/^cke_/, ""));
    if (!field) { return null; }
    var row = field.closest(".form-row");
    return (row && row.querySelector("label, legend")) || field.querySelector("h2, .inline-heading, legend");
  }

  function mark() {
    marks.forEach(function (one) { one.remove(); });
    var worst = {};
    list.querySelectorAll("[data-anchor]").forEach(function (finding) {
      var anchor = finding.dataset.anchor;
      worst[anchor] = worst[anchor] === "blocks" || finding.classList.contains("blocks") ? "blocks" : "advises";
    });
    marks = Object.keys(worst).map(function (anchor) {
      var place = placeOf(anchor);
      var one = document.createElement("span");
      one.className = "desk-check-mark " + worst[anchor];
      one.textContent = panel.dataset[worst[anchor]];
      if (place) { place.appendChild(one); }
      return one;
    });
  }

  /* A field's jump lands in the field itself, ready to type; the editor's in its text. */
  list.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link) { return; }
    var anchor = link.getAttribute("href").slice(1);
    if (photoOf(anchor) && textEditor() && window.CKEDITOR.newsphotoGo(textEditor(), photoOf(anchor))) { event.preventDefault(); return; }
    var editor = window.CKEDITOR && window.CKEDITOR.instances[anchor.replace(/^cke_/, "")];
    var field = document.getElementById(anchor);
    if (editor) { editor.focus(); } else if (field && field.matches("input, textarea, select")) { field.focus(); }
  });
  again.querySelector("button").addEventListener("click", look);
  document.addEventListener("desk:saved", look);
  document.addEventListener("newsphoto-alt", look);
  window.addEventListener("load", arrive);
  look();
});
