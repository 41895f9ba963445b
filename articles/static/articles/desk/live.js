/* Live coverage: posts without loading the page anew, keeps what is typed, follows colleagues. */
import { say } from "./words.js";
import { changedSince, watchComposer } from "./live_composer.js";
import { carryOver, mergeStream } from "./live_stream.js";

const EVERY = 15000;
const AWAY = say("Not sent: the connection is away. What you typed is kept here; send it again when it is back.");
const LOGGED_OUT = say("You are logged out. Log in in another tab, then send again: what you typed is kept here.");
const root = document.querySelector("[data-live-desk]");
const isOlder = !!root && "older" in root.dataset;

function token() {
  const cookie = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
  const field = document.querySelector("input[name=csrfmiddlewaretoken]");
  return cookie ? cookie[1] : field.value;
}

function ask(body) {
  const how = { credentials: "same-origin", cache: "no-store" };
  if (body) { Object.assign(how, { method: "POST", body, headers: { "X-CSRFToken": token() } }); }
  return fetch(root.dataset.streamUrl, how).catch(() => { throw new Error(AWAY); }).then((response) => {
    if (response.redirected && response.url.includes("/login/")) { throw new Error(LOGGED_OUT); }
    if (response.status === 422) { return response.json().then((answer) => { throw new Error(answer.sentence); }); }
    if (response.status === 403) { throw new Error(say("The desk did not accept this page any more: log in anew in another tab, then send again.")); }
    if (!response.ok) { throw new Error(say("The desk could not take it in ({status}). What you typed is kept here; send it again.", { status: response.status })); }
    return response.text();
  });
}

function refuse(form, sentence) {
  const place = form.querySelector("[data-refusal]") || form.insertBefore(document.createElement("p"), form.firstChild);
  place.className = "errornote";
  place.dataset.refusal = "";
  place.setAttribute("role", "alert");
  place.hidden = !sentence;
  place.textContent = sentence;
}

function send(form, button) {
  if (form.dataset.busy) { return; }
  const body = new FormData(form);
  body.set("deed", button.value);
  form.dataset.busy = "yes";
  button.disabled = true;
  refuse(form, "");
  ask(body).then((html) => {
    if (form.matches("[data-composer]")) {
      composer.reset(button.value, body);
      composer.setKey(mergeStream(root, html));
    } else {
      const changed = changedSince(form, body);
      const focused = changed.find((one) => one === document.activeElement);
      form.dataset.done = "yes";
      mergeStream(root, html);
      if (changed.length) { carryOver(form, changed, focused); }
    }
  }).catch((error) => refuse(form, error.message)).then(() => {
    delete form.dataset.busy;
    button.disabled = false;
  });
}

function start() {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter || form.querySelector("[name=deed]");
    /* Among older entries the page is loaded anew: the stream that comes back is the newest. */
    if (form.matches("[data-whole]") || !button || isOlder) { form.dataset.done = "yes"; return; }
    event.preventDefault();
    send(form, button);
  });
  root.addEventListener("keydown", (event) => {
    const form = event.target.closest("[data-live-form]");
    if (form && !isOlder && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(form, form.querySelector("[name=deed]"));
    }
  });
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (form) { form.dataset.typed = "yes"; }
  });
  window.addEventListener("beforeunload", (event) => {
    if (Array.from(root.querySelectorAll("form[data-typed]")).some((form) => form.isConnected && !form.dataset.done)) { event.preventDefault(); }
  });
  if (!isOlder) {
    setInterval(() => { if (!document.hidden) { ask().then((html) => mergeStream(root, html)).catch(() => {}); } }, EVERY);
  }
}

document.documentElement.classList.add("has-script");
const composer = root && watchComposer(root);
if (root) { start(); }
