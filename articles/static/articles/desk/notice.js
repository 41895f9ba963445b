/* The notice form: searchable pickers, the usual reach of a kind, direction by language. */
"use strict";
(function () {
  var $ = window.django && window.django.jQuery;

  function each(root, selector, deed) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), deed);
  }

  function makePickers() {
    each(document, "select.notice-picker", function (select) {
      var options = { theme: "admin-autocomplete", width: "100%" };
      if (select.dataset.url) {
        options.ajax = {
          url: select.dataset.url,
          delay: 200,
          data: function (params) { return { term: params.term || "" }; }
        };
      }
      $(select).select2(options).on("change", function () {
        select.form.dispatchEvent(new Event("change"));
      });
    });
  }

  /* What a kind of notice usually does where the place is uncertain. */
  function presetReach() {
    var kind = document.getElementById("id_kind");
    if (!kind || !kind.dataset.usualReach) { return; }
    var usual = JSON.parse(kind.dataset.usualReach);
    kind.addEventListener("change", function () {
      each(document, "input[name=reach]", function (radio) {
        if (radio.value === usual[kind.value]) { radio.checked = true; }
      });
    });
  }

  function turn(row, select) {
    var option = select.selectedOptions[0];
    var direction = (option && option.dataset.dir) || "ltr";
    each(row, "[data-follow]", function (field) {
      field.dir = direction;
      field.lang = select.value;
    });
    var area = row.querySelector("textarea[data-type=ckeditortype]");
    var editor = area && window.CKEDITOR && window.CKEDITOR.instances[area.id];
    if (editor && editor.editable()) {
      editor.editable().setAttributes({ dir: direction, lang: select.value });
    }
  }

  function followLanguages() {
    var group = document.getElementById("texts-group");
    if (!group) { return; }
    group.addEventListener("change", function (event) {
      var row = event.target.closest(".inline-related");
      if (!row) { return; }
      if (event.target.name.endsWith("-language")) { turn(row, event.target); }
      if (event.target.name.endsWith("-default") && event.target.checked) {
        each(group, "input[name$='-default']", function (other) {
          if (other !== event.target) { other.checked = false; }
        });
      }
    });
  }

  /* The desk's language, with the days and digits of the fields: what is read back must match. */
  function inWords() {
    var language = document.documentElement.lang || "en";
    return (language === "en" ? "en-GB" : language) + "-u-ca-gregory-nu-latn";
  }

  function tellLocalTimes() {
    var form = new Intl.DateTimeFormat(inWords(), { dateStyle: "long", timeStyle: "short" });
    var zone = form.resolvedOptions().timeZone;
    each(document, "[data-local]", function (place) {
      var name = document.createElement("small");
      name.textContent = place.dataset.yours + " " + zone.replace(/^.*\//, "").replace(/_/g, " ");
      place.textContent = form.format(new Date(place.dataset.local)).replace(" at ", ", ") + " ";
      place.appendChild(name);
      place.hidden = false;
    });
  }

  /* A date field shows days and months in the browser's own order: say it in words, too. */
  function readBack() {
    var words = new Intl.DateTimeFormat(inWords(), { dateStyle: "full", timeZone: "UTC" });
    each(document, ".notice-field input[type=date]", function (day) {
      var output = document.createElement("output");
      output.className = "notice-readback";
      output.htmlFor = day.id;
      day.parentElement.appendChild(output);
      function tell() {
        output.textContent = day.valueAsDate ? words.format(day.valueAsDate) : "";
      }
      day.addEventListener("input", tell);
      tell();
    });
  }

  /* One press of Save is one save; changes are said to be unsaved. */
  function mindTheForm() {
    var form = document.getElementById("legalnotice_form");
    var hint = document.querySelector("[data-unsaved]");
    if (!form) { return; }
    function tell() { if (hint) { hint.hidden = false; } }
    form.addEventListener("input", function (event) {
      if (!event.target.closest(".select2-search")) { tell(); }  /* only looking for something */
    });
    form.addEventListener("change", tell);
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); }
      form.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", function () { delete form.dataset.sent; });
  }

  window.addEventListener("load", function () {
    if ($ && $.fn.select2) { makePickers(); }
    presetReach();
    followLanguages();
    tellLocalTimes();
    readBack();
    mindTheForm();
  });
})();
