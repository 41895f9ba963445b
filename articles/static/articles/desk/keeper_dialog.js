/* The session has ended: the same person's password, and on it goes. */
export function makeDialog(sender) {
  const dialog = document.getElementById("desk-again");
  const part = (name) => dialog.querySelector("[data-" + name + "]");
  let waiting = null;

  function end(isIn) {
    const done = waiting;
    waiting = null;
    part("password").value = "";
    if (dialog.open) { dialog.close(); }
    if (done) { done(isIn); }
  }

  function refuse(sentence) {
    part("refusal").textContent = sentence;
    part("refusal").hidden = !sentence;
  }

  async function go() {
    if (!part("second").hidden && !(await sender.session())) { end(true); return; }
    part("go").disabled = true;
    const said = await sender.logIn(part("password").value);
    part("go").disabled = false;
    if (said.second) {
      part("second").hidden = false;
      part("second-link").href = said.second;
      return;
    }
    refuse(said.sentence || "");
    if (said.user) { end(true); }
  }

  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); go(); });
  part("later").addEventListener("click", () => end(false));
  dialog.addEventListener("cancel", () => end(false));
  window.addEventListener("focus", async () => {
    if (waiting && !part("second").hidden && !(await sender.session())) { end(true); }
  });

  /* Whether somebody logged in; one question at a time. */
  return function logInAgain() {
    if (waiting) { return Promise.resolve(false); }
    refuse("");
    dialog.showModal();
    return new Promise((resolve) => { waiting = resolve; });
  };
}
