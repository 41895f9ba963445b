/* The grid by keyboard: arrows move, space selects, shift extends, enter opens. */
import { count as counted, say } from "./words.js";
const form = document.querySelector("[data-photo-grid]");
const cards = Array.from(form.querySelectorAll(".photo-card"));
const links = cards.map((card) => card.querySelector(".photo-open"));
const ticks = cards.map((card) => card.querySelector(".photo-tick"));
let at = 0;
let anchor = 0;

function columns() {
  const top = cards[0].offsetTop;
  const next = cards.findIndex((card) => card.offsetTop > top);
  return next < 0 ? cards.length : next;
}

function tell() {
  const count = ticks.filter((tick) => tick && tick.checked).length;
  form.querySelector("[data-count]").textContent =
    count ? counted(count, "{n} photo selected", "{n} photos selected") : say("None selected");
  form.querySelector("[data-edit]").disabled = count === 0;
  cards.forEach((card, index) => card.classList.toggle("is-selected", !!ticks[index] && ticks[index].checked));
}

function goTo(index) {
  links[at].tabIndex = -1;
  at = Math.min(Math.max(index, 0), cards.length - 1);
  links[at].tabIndex = 0;
  links[at].focus();
}

function select(from, to, isOn) {
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    if (ticks[index]) { ticks[index].checked = isOn; }
  }
  tell();
}

function target(key) {
  const wide = columns();
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide };
  if (key in steps) {
    const wanted = at + steps[key];
    return wanted < 0 || wanted >= cards.length ? at : wanted;
  }
  return { Home: 0, End: cards.length - 1 }[key];
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "a") { event.preventDefault(); select(0, cards.length - 1, true); }
    return;
  }
  if (event.key === " ") {
    event.preventDefault();
    if (event.shiftKey) { select(anchor, at, true); } else { select(at, at, !(ticks[at] && ticks[at].checked)); }
    anchor = at;
    return;
  }
  if (event.key === "Escape") { select(0, cards.length - 1, false); return; }
  const wanted = target(event.key);
  if (wanted === undefined) { return; }
  event.preventDefault();
  if (event.shiftKey) { select(anchor, wanted, true); } else { anchor = wanted; }
  goTo(wanted);
}

function start() {
  links.forEach((link, index) => {
    link.tabIndex = index ? -1 : 0;
    link.addEventListener("keydown", onKey);
    link.addEventListener("focus", () => { links[at].tabIndex = -1; at = index; link.tabIndex = 0; });
  });
  ticks.forEach((tick, index) => {
    if (!tick) { return; }
    tick.tabIndex = -1;
    tick.addEventListener("click", (event) => {
      if (event.shiftKey) { select(anchor, index, tick.checked); }
      anchor = index;
      tell();
    });
  });
  form.querySelector("[data-all]").addEventListener("click", () => select(0, cards.length - 1, true));
  form.querySelector("[data-none]").addEventListener("click", () => select(0, cards.length - 1, false));
  window.addEventListener("pageshow", tell);
  tell();
}

document.documentElement.classList.add("has-script");
if (cards.length) { start(); }
