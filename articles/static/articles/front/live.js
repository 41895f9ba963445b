/* Follows live coverage: asks one address, the same for all; shows what is new when told to,
 * mends what was corrected. Keeps nothing on the device. */
(function () {
  "use strict";
  var place = document.querySelector("[data-live]");
  if (!place || !window.fetch || !window.DOMParser) { return; }
  var EVERY = 2e4, LONGEST = 3e5;
  var list = place.querySelector("[data-entries]"), said = place.querySelector("[role=status]");
  var etag = "", wait = EVERY, timer = 0, asked = 0, news = null, over = false, isOther = false;

  function all(root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); }
  function of(element, name) { return element.getAttribute("data-" + name); }
  function here(entry) { return document.getElementById(entry.id); }
  function isPinned(entry) { return entry.classList.contains("pinned"); }

  function sparesData() {
    return (navigator.connection && navigator.connection.saveData) ||
      (window.matchMedia && matchMedia("(prefers-reduced-data: reduce)").matches);
  }

  function later() {
    clearTimeout(timer);
    if (!over && !document.hidden) { timer = setTimeout(ask, wait * (0.75 + Math.random() / 2)); }
  }

  function ask() {
    var stop = window.AbortController && new AbortController();
    var patience = stop && setTimeout(function () { stop.abort(); }, EVERY);
    var how = { cache: "no-store", credentials: "omit", headers: etag ? { "If-None-Match": etag } : {} };
    if (stop) { how.signal = stop.signal; }
    asked = Date.now();
    fetch(of(place, "live"), how).then(function (answer) {
      if (answer.status === 304) { return ""; }
      if (/404|410|451/.test(answer.status)) { over = isOther = true; tell(); return ""; }
      if (!answer.ok) { throw new Error(); }
      etag = answer.headers.get("ETag") || "";
      return answer.text();
    }).then(function (text) {
      wait = EVERY;
      if (text) { read(new DOMParser().parseFromString(text, "text/html").querySelector("main")); }
    }).catch(function () { wait = Math.min(wait * 2, LONGEST); }).then(function () {
      clearTimeout(patience);
      later();
    });
  }

  function read(main) {
    news = main;
    all(main, "[data-gone]").forEach(function (gone) {
      var entry = here({ id: "entry-" + of(gone, "gone") });
      if (entry) { entry.remove(); }
    });
    all(main, "[data-entry]").forEach(function (entry) {
      var old = here(entry);
      if (old && of(old, "mark") !== of(entry, "mark")) { old.replaceWith(document.importNode(entry, true)); }
    });
    tellDays();
    tellEvents();
    isOther = of(main, "mark") !== of(place, "mark");
    over = main.hasAttribute("data-ended");
    tell();
  }

  /* Each day once. */
  function tellDays() {
    var newest = list.querySelector("h3.day"), above = newest && newest.textContent;
    all(list, ".day").forEach(function (day) {
      day.hidden = day !== newest && day.textContent === above;
      if (day.tagName === "H3") { above = day.textContent; }
    });
  }

  /* What was taken back or put right leaves at once; what is new waits for its entry. */
  function tellEvents() {
    var events = all(document, ".events ol")[0], sent = all(news, "[data-events]")[0];
    if (!unseen().length) { events.innerHTML = sent.innerHTML; }
    all(events, "li").forEach(function (old) {
      var now = all(sent, "[data-event='" + of(old, "event") + "'] a")[0];
      if (now) { old.lastChild.textContent = now.textContent; } else { old.remove(); }
    });
    events.parentNode.hidden = !events.children.length;
  }

  function unseen() {
    return all(news, "[data-entries] > :not(.removed)").filter(function (entry) { return !here(entry); });
  }

  /* A page that slept may lack more than is sent. */
  function hasGap() {
    var sent = all(news, "[data-entries] > :not(.pinned)");
    return sent.length && !sent.some(here) && list.querySelector("[data-entry]");
  }

  function tell() {
    var count = isOther ? 0 : unseen().length, digits = of(place, "digits");
    var number = String(count).replace(/\d/g, function (digit) { return digits[digit]; });
    var words = isOther ? of(place, "other") : count ? of(place, count === 1 ? "one" : "many").replace("%n", number) : "";
    if (said.textContent === words) { return; }
    said.textContent = "";
    if (!words) { return; }
    var button = said.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = words;
    button.onclick = show;
  }

  function show() {
    if (isOther || hasGap()) { location.reload(); return; }
    var first;
    unseen().forEach(function (sent) {
      var entry = document.importNode(sent, true);
      var after = all(list, "[data-entry]").filter(function (other) {
        return isPinned(other) === isPinned(entry) ? +of(other, "at") <= +of(entry, "at") : isPinned(entry);
      })[0];
      entry.classList.add("just");
      list.insertBefore(entry, after || null);
      first = first || entry;
    });
    tellDays();
    all(list, ".none").forEach(function (empty) { empty.remove(); });
    tellEvents();
    tell();
    if (first) { first.tabIndex = -1; first.focus(); }
  }

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && !over && Date.now() - asked > EVERY) { clearTimeout(timer); ask(); } else { later(); }
  });
  if (!sparesData()) { later(); }
}());
