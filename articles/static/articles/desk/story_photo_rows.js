/* The rows of photos beside a story: Django's formset, filled by a script. */
import { refresh } from "./photo_rows.js";

export function makeStoryRows(group) {
  const list = group.querySelector("[data-rows]");
  const total = document.getElementById("id_story_photos-TOTAL_FORMS");
  const empty = document.getElementById("story_photos-empty");

  function field(row, name) { return row.querySelector("[name$='-" + name + "']"); }
  function all() { return Array.from(list.children); }
  function isGone(row) { const mark = field(row, "DELETE"); return !!mark && mark.checked; }
  function used() { return all().filter((row) => !row.classList.contains("is-blank") && !isGone(row)); }

  function blank() {
    const free = all().find((row) => row.classList.contains("is-blank"));
    if (free) { return free; }
    const number = total.value;
    list.insertAdjacentHTML("beforeend", empty.innerHTML.replace(/__prefix__/g, number));
    total.value = Number(number) + 1;
    return list.lastElementChild;
  }

  function find(id) { return used().find((row) => field(row, "photo").value === String(id)); }

  function roleFor(row, wanted) {
    const others = used().filter((one) => one !== row);
    const hasLead = others.some((one) => field(one, "role").value === "lead");
    return wanted || (hasLead ? "gallery" : "lead");
  }

  function showPicture(row, photo) {
    let image = row.querySelector("[data-picture]");
    if (!image) {
      image = document.createElement("img");
      image.dataset.picture = "";
      row.querySelector(".story-photo-picture").prepend(image);
    }
    image.src = photo.thumbnail;
    image.alt = photo.title;
    row.dataset.title = photo.title;
    row.querySelector("[data-name]").textContent = photo.title;
    const more = row.querySelector("[data-more]");
    more.href = photo.url;
    more.hidden = false;
  }

  /* What the library says is what was shown: left as it is, it is no change of the library. */
  function put(row, name, value) {
    const input = field(row, name);
    const shown = row.querySelector("[name^='initial-'][name$='-" + name + "']");
    if (shown) { shown.value = value || ""; }
    if (input && value && !input.value) { input.value = value; }
  }

  /* The library knows better by now; what somebody types here stays. */
  function heard({ id, alt, seen }) {
    const row = find(id);
    const input = row && field(row, "alt_text");
    if (!input) { return; }
    if (input.value === seen) { input.value = ""; }
    put(row, "alt_text", alt);
    refresh(row);
    const stored = row.querySelectorAll("[name$='-alt_text']");
    const known = Object.fromEntries(Array.from(stored, (one) => [one.name, [alt]]));
    document.dispatchEvent(new CustomEvent("desk:known", { detail: known }));
  }

  /* The row that shows ``photo``; what is typed there already stays. */
  function fill(photo, role) {
    const there = find(photo.id);
    if (there) { return there; }
    const row = blank();
    field(row, "role").value = roleFor(row, role);
    field(row, "photo").value = photo.id;
    put(row, "alt_text", photo.alt);
    put(row, "credit", photo.credit);
    if (photo.rights_basis) { field(row, "rights_basis").value = photo.rights_basis; }
    put(row, "rights_basis", photo.rights_basis);
    field(row, "caption_override").placeholder = photo.caption_here || "";
    row.classList.remove("is-blank");
    showPicture(row, photo);
    refresh(row);
    renumber();
    return row;
  }

  function renumber() {
    used().forEach((row, index) => { field(row, "position").value = index; });
  }

  function move(row, step) {
    const rows = used();
    const other = rows[rows.indexOf(row) + step];
    if (!other) { return; }
    if (step < 0) { other.before(row); } else { other.after(row); }
    renumber();
  }

  return { list, all, used, field, fill, find, heard, move, renumber, isGone };
}
