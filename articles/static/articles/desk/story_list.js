/* The list answers while somebody types; without this the form does the same, one page later. */
const form = document.querySelector("#changelist-search");
const field = document.querySelector("#searchbar");
const list = document.querySelector("#changelist .changelist-form-container");
let waiting = 0;
let asked = 0;

async function search() {
  const number = (asked += 1);
  const query = new URLSearchParams(new FormData(form));
  const url = `${window.location.pathname}?${query}`;
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { credentials: "same-origin", headers: { "X-Requested-With": "fetch" } });
    if (answer.redirected || !answer.ok) { form.submit(); return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (number !== asked) { return; }
    show(page);
    window.history.replaceState(null, "", url);
  } catch { /* offline: the form still stands, and says so itself */ }
  list.removeAttribute("aria-busy");
}

function show(page) {
  const focused = document.activeElement ? document.activeElement.id : "";
  for (const part of ["#changelist-form", ".story-views", "#changelist-filter"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) { old.replaceWith(fresh); }
  }
  const [said, heard] = [document.querySelector("[data-found]"), page.querySelector("[data-found]")];
  if (said && heard) { said.textContent = heard.textContent; }
  const [clear, cleared] = [document.querySelector("[data-clear]"), page.querySelector("[data-clear]")];
  if (clear && cleared) { clear.hidden = cleared.hidden; }
  const again = focused && document.getElementById(focused);
  if (again && again !== document.activeElement) { again.focus(); }
  offer(page);
}

/* What is saved as a view is what is seen; a name that somebody began to type stays. */
function offer(page) {
  const [old, fresh] = [document.querySelector("[data-keep]"), page.querySelector("[data-keep]")];
  if (!old || !fresh) { return; }
  old.hidden = fresh.hidden;
  old.querySelector("[name=query]").value = fresh.querySelector("[name=query]").value;
}

if (form && field && list) {
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 220); });
  document.addEventListener("change", (event) => {
    if (event.target.form === form && event.target.matches("select")) { clearTimeout(waiting); search(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
}
