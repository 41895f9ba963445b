/* Comments beside the text, sent without leaving what is typed there. Without this script the
 * links lead to a page of their own. */
"use strict";
document.addEventListener("DOMContentLoaded", function () {
  var panel = document.getElementById("desk-comments");
  if (!panel) { return; }
  var isSending = false;

  function ask(url, body) {
    return fetch(url + "?panel=1", { method: body ? "POST" : "GET", body: body, credentials: "same-origin" })
      .then(function (response) {
        if (response.redirected || (!response.ok && response.status !== 422)) { throw new Error(response.status); }
        return response.text();
      });
  }

  function show(html) {
    var body = panel.querySelector(".desk-comments-body");
    body.innerHTML = html;
    panel.dispatchEvent(new CustomEvent("desk:comments"));
    panel.querySelector("summary").textContent = body.querySelector("[data-summary]").textContent;
    if (body.querySelector(".desk-gave-back")) { renew(); }
  }

  /* Where the story stands now, and what can be done with it; nothing that is typed is touched. */
  function renew() {
    return fetch(location.href, { credentials: "same-origin" }).then(function (response) {
      return response.text();
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, "text/html");
      [".desk-standing", ".desk-more > div"].forEach(function (part) {
        var old = document.querySelector(part), now = fresh.querySelector(part);
        if (old && now) { old.replaceWith(now); }
      });
      var ways = fresh.querySelectorAll(".desk-bar > a"), gone = document.querySelectorAll(".desk-bar > a");
      if (!fresh.querySelector(".desk-bar")) { return; }
      gone.forEach(function (way) { way.remove(); });
      document.querySelector(".desk-bar > :first-child").after(...ways);
    }).catch(function () { /* the sentence stands there; the next page says the rest */ });
  }

  function tell(form) {
    var note = form.querySelector(".errornote") || form.insertBefore(document.createElement("p"), form.firstChild);
    note.className = "errornote";
    note.setAttribute("role", "alert");
    note.textContent = panel.dataset.failed;
  }

  /* A second click is no second comment. */
  function wait(sending) {
    isSending = sending;
    panel.querySelectorAll("button[type=submit]").forEach(function (button) { button.disabled = sending; });
  }

  panel.addEventListener("submit", function (event) {
    var form = event.target;
    event.preventDefault();
    if (isSending) { return; }
    var sent = new FormData(form);
    if (event.submitter && event.submitter.name) { sent.append(event.submitter.name, event.submitter.value); }
    wait(true);
    ask(form.action, sent).then(show).catch(function () { tell(form); }).then(function () { wait(false); });
  });

  function load() {
    if (panel.dataset.loaded) { return; }
    panel.dataset.loaded = "yes";
    ask(panel.dataset.url).then(show).catch(function () { panel.dataset.loaded = ""; });
  }

  panel.addEventListener("toggle", function () { if (panel.open) { load(); } });
  if ("some" in panel.dataset) { load(); }

  /* Given back: beside the text, where there is room. */
  if ("calls" in panel.dataset && window.matchMedia("(min-width: 1200px)").matches) { panel.open = true; }
});
