/* Choosing from the library: a search, pages of pictures, arrows and enter. */
import { say } from "./words.js";
function made(name, className, text) {
  const element = document.createElement(name);
  if (className) { element.className = className; }
  if (text) { element.textContent = text; }
  return element;
}

function columnsOf(buttons) {
  const top = buttons[0].offsetTop;
  const next = buttons.findIndex((button) => button.offsetTop > top);
  return next < 0 ? buttons.length : next;
}

function moveOn(event, list) {
  const buttons = Array.from(list.querySelectorAll("button"));
  const at = buttons.indexOf(document.activeElement);
  if (at < 0) { return; }
  const wide = columnsOf(buttons);
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide }[event.key];
  if (!step) { return; }
  event.preventDefault();
  const next = buttons[at + step];
  if (next) { next.focus(); }
}

function choice(photo, pick) {
  const button = made("button", "photo-choice");
  const marks = photo.marks.length ? " (" + photo.marks.join(", ") + ")" : "";
  button.type = "button";
  if (photo.thumbnail) {
    const image = made("img");
    image.src = photo.thumbnail;
    image.alt = "";
    image.loading = "lazy";
    button.append(image);
  }
  button.append(made("span", "", photo.title), made("small", "", photo.credit + marks));
  button.addEventListener("click", () => pick(photo));
  return button;
}

export function makeDialog({ url, service, onPick }) {
  const dialog = made("dialog", "photo-dialog");
  const form = made("form", "photo-dialog-search");
  const label = made("label", "", say("Search the library"));
  const query = made("input");
  const usable = made("label", "photo-dialog-usable", say("Usable now"));
  const onlyUsable = made("input");
  const list = made("div", "photo-choices");
  const more = made("button", "button", say("Show more"));
  const close = made("button", "button quiet", say("Close"));
  const said = made("p", "photo-said");
  let page = 1;
  let asked = 0;
  let timer = 0;
  dialog.setAttribute("aria-label", say("Choose a photo from the library"));
  query.type = "search";
  query.id = "photo-dialog-query";
  label.htmlFor = query.id;
  onlyUsable.type = "checkbox";
  onlyUsable.checked = true;
  usable.prepend(onlyUsable, " ");
  close.type = more.type = "button";
  said.setAttribute("role", "status");
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", say("Photos"));
  form.append(label, query, usable, close);
  dialog.append(form, list, said, more);
  document.body.append(dialog);

  function ask(isNew) {
    page = isNew ? 1 : page + 1;
    asked += 1;
    const mine = asked;
    const parameters = new URLSearchParams({
      q: query.value, page, service: service(), state: onlyUsable.checked ? "usable" : ""
    });
    fetch(url + "?" + parameters, { credentials: "same-origin" })
      .then((response) => response.ok && !response.redirected ? response.json() : Promise.reject(response.status))
      .then((answer) => { if (mine === asked) { show(answer, isNew); } })
      .catch(() => { said.textContent = say("The library does not answer. Are you still logged in?"); });
  }

  function show(answer, isNew) {
    const first = list.children.length;
    if (isNew) { list.replaceChildren(); }
    answer.photos.forEach((photo) => list.append(choice(photo, pick)));
    more.hidden = !answer.more;
    said.textContent = list.children.length ? "" : say("No photo is like that.");
    if (!isNew && list.children[first]) { list.children[first].focus(); }
  }

  function pick(photo) {
    dialog.close();
    onPick(photo);
  }

  query.addEventListener("input", () => { window.clearTimeout(timer); timer = window.setTimeout(() => ask(true), 200); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.firstChild) { event.preventDefault(); list.firstChild.focus(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(true); });
  onlyUsable.addEventListener("change", () => ask(true));
  list.addEventListener("keydown", (event) => moveOn(event, list));
  more.addEventListener("click", () => ask(false));
  close.addEventListener("click", () => dialog.close());
  return { open() { dialog.showModal(); query.focus(); query.select(); ask(true); } };
}
