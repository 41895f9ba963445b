/* The cards of a front, in the order of the page: what is here is what is sent. */
import { count, say as told } from "./words.js";
export function makeSlots(root, changed) {
  const list = root.querySelector("[data-slots]");
  const template = root.querySelector("[data-slot-template]");
  const moved = root.querySelector("[data-moved]");
  const empty = root.querySelector("[data-empty]");
  const most = Number(root.dataset.most);
  const mostLinks = Number(root.dataset.mostLinks);

  function all() { return Array.from(list.children); }
  function field(slot, name) { return slot.querySelector("[name='" + name + "']"); }
  function part(slot, name) { return slot.querySelector("[data-" + name + "]"); }
  function find(id) { return all().find((slot) => slot.dataset.slot === String(id)); }
  function nameOf(slot) { return part(slot, "headline").textContent; }
  function say(text) { moved.textContent = text; }

  function place(slot) {
    return told("“{name}”: {number} of {all}", { name: nameOf(slot), number: all().indexOf(slot) + 1, all: all().length });
  }

  function settle(slot) {
    empty.hidden = all().length > 0;
    if (slot) { say(place(slot)); }
    changed();
  }

  function move(slot, step) {
    const other = step < 0 ? slot.previousElementSibling : slot.nextElementSibling;
    if (!other) { return; }
    const focused = document.activeElement;
    if (step < 0) { other.before(slot); } else { other.after(slot); }
    if (focused && slot.contains(focused)) { focused.focus(); }
    settle(slot);
  }

  function drop(slot) {
    const next = slot.nextElementSibling || slot.previousElementSibling;
    const name = nameOf(slot);
    slot.remove();
    if (next) { part(next, "drop").focus(); }
    settle(null);
    say(told("“{name}” is off the front.", { name }));
  }

  function show(slot, url) {
    const image = part(slot, "thumb");
    image.hidden = !url;
    if (url) { image.src = url; }
  }

  /* A new card at the end; the one that is there, if the story has one. */
  function add(offer) {
    const there = find(offer.id);
    if (there || all().length >= most) { say(there ? place(there) : told("The front is full.")); return there; }
    list.append(template.content.cloneNode(true));
    const slot = list.lastElementChild;
    slot.dataset.slot = offer.id;
    field(slot, "story").value = offer.id;
    field(slot, "headline").placeholder = offer.headline;
    part(slot, "headline").textContent = part(slot, "headline").dataset.own = offer.headline;
    part(slot, "about").textContent = offer.about;
    part(slot, "thumb").dataset.own = offer.picture;
    part(slot, "handle").setAttribute("aria-label", told("Move “{name}”: arrow keys up and down", { name: offer.headline }));
    [["up", "“{name}” up"], ["down", "“{name}” down"], ["drop", "“{name}” off the front"]].forEach(([name, words]) => {
      part(slot, name).setAttribute("aria-label", told(words, { name: offer.headline }));
    });
    show(slot, offer.picture);
    settle(slot);
    return slot;
  }

  function setPicture(slot, picture, url) {
    field(slot, "picture").value = picture;
    show(slot, picture === "none" ? "" : url || part(slot, "thumb").dataset.own);
    refresh(slot);
    changed();
  }

  function links(slot) { return Array.from(part(slot, "links").children); }

  function noteLinks(slot) {
    field(slot, "also").value = links(slot).map((one) => one.dataset.linkTo).join(",");
    refresh(slot);
    changed();
  }

  function link(slot, offer) {
    const has = links(slot).some((one) => one.dataset.linkTo === String(offer.id));
    if (has || slot.dataset.slot === String(offer.id)) { return; }
    if (links(slot).length >= mostLinks) { say(told("At most {most} links stand under a card.", { most: mostLinks })); return; }
    const item = document.createElement("li");
    const words = document.createElement("span");
    const away = document.createElement("button");
    item.dataset.linkTo = offer.id;
    words.dir = "auto";
    words.textContent = offer.headline;
    away.type = "button";
    away.dataset.unlink = "";
    away.textContent = "×";
    away.setAttribute("aria-label", told("Remove the link to “{name}”", { name: offer.headline }));
    item.append(words, " ", away);
    part(slot, "links").append(item);
    noteLinks(slot);
    say(told("“{name}” is linked under “{other}”.", { name: offer.headline, other: nameOf(slot) }));
  }

  function unlink(slot, item) {
    item.remove();
    noteLinks(slot);
  }

  /* What the folded fields say, beside the headline. */
  function refresh(slot) {
    const own = part(slot, "headline").dataset.own;
    const marks = [];
    part(slot, "headline").textContent = field(slot, "headline").value.trim() || own;
    if (field(slot, "headline").value.trim()) { marks.push(told("other headline")); }
    if (field(slot, "picture").value === "none") { marks.push(told("no picture")); }
    else if (field(slot, "picture").value !== "own") { marks.push(told("other picture")); }
    if (field(slot, "until").value) { marks.push(told("pinned until {when}", { when: field(slot, "until").value.replace("T", " ") })); }
    if (links(slot).length) { marks.push(count(links(slot).length, "{n} link", "{n} links")); }
    part(slot, "marks").textContent = marks.map((one) => " · " + one).join("");
    show(slot, field(slot, "picture").value === "none" ? "" : part(slot, "thumb").getAttribute("src"));
  }

  all().forEach(refresh);
  return { list, all, find, move, drop, add, link, unlink, setPicture, refresh, settle, nameOf };
}
