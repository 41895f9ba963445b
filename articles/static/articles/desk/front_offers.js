/* Stories on air to choose from: as cards, or as links under one. */
import { say } from "./words.js";
export function makeOffers(root, slots) {
  const list = root.querySelector("[data-offers]");
  const template = root.querySelector("[data-offer-template]");
  const query = root.querySelector("[data-q]");
  const none = root.querySelector("[data-none]");
  const bar = root.querySelector("[data-linking]");
  let target = null;
  let asked = 0;
  let timer = 0;

  function part(item, name) { return item.querySelector("[data-" + name + "]"); }

  function read(item) {
    return {
      id: item.dataset.offer,
      headline: part(item, "headline").textContent,
      about: part(item, "about").textContent,
      picture: part(item, "picture").getAttribute("src") || ""
    };
  }

  function fill(offer) {
    const item = template.content.cloneNode(true).firstElementChild;
    item.dataset.offer = offer.id;
    part(item, "headline").textContent = offer.headline;
    part(item, "about").textContent = offer.about;
    part(item, "add").value = offer.id;
    if (offer.picture) {
      part(item, "picture").src = offer.picture;
      part(item, "picture").hidden = false;
    }
    return item;
  }

  function mark() {
    Array.from(list.querySelectorAll("[data-offer]")).forEach((item) => {
      const isThere = !!slots.find(item.dataset.offer);
      item.classList.toggle("is-there", isThere && !target);
      part(item, "add").textContent = target ? say("Link") : isThere ? say("On the front") : say("Add");
    });
  }

  function ask() {
    asked += 1;
    const mine = asked;
    fetch(root.dataset.stories + "?" + new URLSearchParams({ q: query.value }), { credentials: "same-origin" })
      .then((response) => response.ok && !response.redirected ? response.json() : Promise.reject(response.status))
      .then((answer) => {
        if (mine !== asked) { return; }
        list.replaceChildren(...answer.stories.map(fill));
        none.textContent = answer.stories.length ? "" : say("No story on air is like that.");
        mark();
      })
      .catch(() => { none.textContent = say("The desk does not answer. Are you still logged in?"); });
  }

  function linkTo(slot) {
    target = slot;
    bar.hidden = !slot;
    if (slot) {
      root.querySelector("[data-linking-for]").textContent = slots.nameOf(slot);
      query.focus();
    }
    mark();
  }

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add]");
    if (!button) { return; }
    event.preventDefault();
    const offer = read(button.closest("[data-offer]"));
    if (target && target.isConnected) { slots.link(target, offer); } else { slots.add(offer); }
    mark();
  });
  root.querySelector("[data-linked]").addEventListener("click", () => linkTo(null));
  query.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(ask, 200); });
  query.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); ask(); } });
  new MutationObserver(mark).observe(slots.list, { childList: true });
  mark();
  return { linkTo };
}
