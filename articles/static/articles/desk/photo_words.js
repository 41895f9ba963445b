/* The page of words: flags while typing, filling down, and no change lost by leaving. */
import { fillDown, watchWords } from "./photo_rows.js";

const form = document.querySelector("[data-photo-words]") || document.getElementById("photo_form");
let isChanged = false;
document.documentElement.classList.add("has-script");
watchWords(form);
if (form.matches("[data-photo-words]")) { fillDown(form); }
form.addEventListener("input", () => { isChanged = true; });
form.addEventListener("submit", () => { isChanged = false; });
window.addEventListener("beforeunload", (event) => { if (isChanged) { event.preventDefault(); } });
const wrong = form.querySelector(".errors :is(input, textarea, select)");
if (wrong) { wrong.focus(); }
