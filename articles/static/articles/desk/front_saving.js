/* Saved a moment after each change; what stands against it is said, and nothing on the page is lost. */
import { say as told } from "./words.js";
const PAUSE = 500;

export function makeSaving(form) {
  const said = form.querySelector("[data-said]");
  const problems = form.querySelector("[data-problems]");
  const waiting = form.querySelector("[data-waiting]");
  const edits = form.querySelector("[name=edits]");
  let timer = 0;
  let running = null;
  let isChanged = false;
  let isStopped = false;

  function say(text, isWrong) {
    said.textContent = text;
    said.classList.toggle("is-wrong", !!isWrong);
  }

  function show(answer) {
    edits.value = answer.edits;
    Array.from(document.querySelectorAll("[data-take] [name=edits]")).forEach((one) => { one.value = answer.edits; });
    waiting.hidden = false;
    say(answer.said);
    problems.replaceChildren(...answer.problems.map((problem) => {
      const item = document.createElement("li");
      item.className = problem.blocks ? "blocks" : "advises";
      item.textContent = problem.says;
      return item;
    }));
  }

  function send() {
    isChanged = false;
    say(told("Saving …"));
    return fetch(form.action, {
      method: "POST", body: new FormData(form), credentials: "same-origin", headers: { Accept: "application/json" }
    }).then((response) => {
      if (response.redirected) { throw new Error(told("Not saved: you are not logged in any more. Log in in another tab, then press Save.")); }
      if (response.status === 409) { isStopped = true; }
      return response.json().then((answer) => {
        if (!response.ok) { throw new Error(answer.said); }
        show(answer);
      });
    });
  }

  function save() {
    window.clearTimeout(timer);
    if (running || isStopped) { return running; }
    running = send()
      .catch((error) => {
        isChanged = true;
        say(error instanceof SyntaxError || error instanceof TypeError ? told("Not saved: the desk does not answer.") : error.message, true);
        return "failed";
      })
      .then((outcome) => {
        running = null;
        if (isChanged && outcome !== "failed") { save(); }
      });
    return running;
  }

  function changed() {
    if (isStopped) { return; }
    isChanged = true;
    say(told("Not saved yet"));
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  }

  function finished() {
    return Promise.resolve(isChanged || running ? save() : null).then(() => running);
  }

  form.querySelector("[data-save]").addEventListener("click", (event) => {
    event.preventDefault();
    isChanged = true;
    isStopped = false;
    save();
  });
  /* What is on the page is what goes on air: the form itself is sent, once nothing is under way. */
  form.querySelector("[data-air]").addEventListener("click", (event) => {
    window.clearTimeout(timer);
    if (!running) { isChanged = false; return; }
    event.preventDefault();
    running.then(() => { isChanged = false; form.requestSubmit(form.querySelector("[data-air]")); });
  });
  form.querySelector("[data-look]").addEventListener("click", (event) => {
    if (!isChanged && !running) { return; }
    event.preventDefault();
    const to = event.currentTarget.href;
    finished().then(() => { if (!isChanged) { window.location.assign(to); } });
  });
  window.addEventListener("beforeunload", (event) => { if (isChanged) { event.preventDefault(); event.returnValue = ""; } });
  return { changed };
}
