/* Nothing typed into the story's form is lost: kept on the server a few seconds after each change,
 * in this browser until it is there, and never silently anywhere else. */
import { bodyOf, changedNames, editorOf, fieldsOf } from "./keeper_form.js";
import { makeDialog } from "./keeper_dialog.js";
import { watchPreview } from "./keeper_preview.js";
import { makeSender } from "./keeper_send.js";
import { openStore } from "./keeper_store.js";

const TICK = 1000, PAUSE = 2500, LONGEST = 10000, PRESENCE = 10000, RETRY = 10000;
const LARGEST = 9.5e6;  // bytes that the server takes in one form
const keeper = document.getElementById("desk-keeper");

function start(form) {
  const say = keeper.dataset;
  const sender = makeSender(keeper, form);
  const logInAgain = makeDialog(sender);
  const words = keeper.querySelector("[data-words]");
  const aloud = keeper.querySelector("[data-aloud]");
  const savedWords = words.textContent;
  let savedFields = fieldsOf(form);
  let savedBody = null;  // as the editor writes it, once it is ready
  let lastFields = JSON.stringify(savedFields), lastBody = null, bodyTouched = false;
  let isDirty = say.state === "unsaved", isStale = false;
  let changedAt = 0, staleSince = 0, storedAt = 0, retryAt = 0;
  let sending = null, passing = "", isKept = false, isTouched = false, isDeclined = false, isLoud = false;
  let store = null, isHere = false;

  /* Read aloud: that something is wrong, and that it is right again. The rest would be chatter. */
  function show(state, text) {
    say.state = state;
    words.textContent = text;
    if (state === "saving" || state === "unsaved" || (state === "not") === isLoud) { return; }
    isLoud = state === "not";
    aloud.textContent = text;
  }

  function draft() {
    const fields = fieldsOf(form);
    fields.body = [bodyOf()];
    const touched = changedNames(savedFields, fields).filter((name) => name !== "body" || savedBody === null || fields.body[0] !== savedBody);
    return { story: say.story, page: say.page, base: say.base, stamp: say.stamp, fields, touched };
  }

  function refused(said) {
    const reason = said.sentence || say["say" + said.why[0].toUpperCase() + said.why.slice(1)];
    const place = isHere ? ", " + say.sayHere : "";
    show("not", say.sayNot + ": " + reason + place);
    keeper.querySelector("[data-again]").hidden = !["session", "other"].includes(said.why);
    retryAt = Date.now() + RETRY;
  }

  async function putBy(kept) {
    storedAt = Date.now();
    isHere = Boolean(store) && await store.put(kept).then(() => true, () => false);
  }

  /* The browser's copy first, then the server's; the copy goes when that has it. */
  async function keepOnce() {
    isStale = false;
    const kept = draft();
    show("saving", say.saySaving);
    await putBy(kept);
    const said = await sender.keep(isDirty ? kept : { ...kept, fields: {} });
    if (said.why) { isStale = true; refused(said); return said.why; }
    keeper.querySelector("[data-again]").hidden = true;
    isKept = Boolean(said.kept);
    if (isStale) { return ""; }
    if (store) { await store.drop(say.page).catch(() => {}); }
    if (said.kept) { show("kept", say.sayKept + " " + said.kept); } else { show("saved", savedWords); }
    return "";
  }

  /* One at a time. */
  async function keep() {
    sending = keepOnce();
    const why = await sending.catch(() => "server");
    sending = null;
    if ((why !== "session" && why !== "other") || isDeclined || passing) { return; }
    isDeclined = !(await logInAgain());
    retryAt = 0;
  }

  function noteChange() {
    const now = Date.now();
    changedAt = now;
    if (!isStale) { staleSince = now; }
    isStale = true;
    if (isDirty && say.state !== "not") { show("unsaved", say.sayUnsaved); }
  }

  function look() {
    const fields = fieldsOf(form);
    const told = JSON.stringify(fields);
    let isNew = told !== lastFields;
    lastFields = told;
    if (bodyTouched && savedBody !== null) {
      const body = bodyOf();
      bodyTouched = false;
      isNew = isNew || body !== lastBody;
      lastBody = body;
    }
    if (!isNew) { return; }
    isDirty = Boolean(say.held) || changedNames(savedFields, fields).length > 0 || (savedBody !== null && lastBody !== savedBody);
    if (!isDirty && !isKept && !sending) {  // taken back before anybody heard of it
      isStale = false;
      show("saved", savedWords);
      if (store) { store.drop(say.page).catch(() => {}); }
      return;
    }
    noteChange();
    if (isDirty && !sending && changedAt - storedAt > 2000 && (lastBody || "").length < 300000) { putBy(draft()); }
  }

  function tick() {
    if (passing) { return; }
    look();
    const now = Date.now();
    const isDue = isStale && (now - changedAt > PAUSE || now - staleSince > LONGEST);
    if (isDue && !sending && now > retryAt && (isDirty || isKept)) { keep(); }
  }

  /* What the server has by now, though this form was opened before: nothing of it is unsaved. */
  document.addEventListener("desk:known", (event) => { Object.assign(savedFields, event.detail); });

  /* -- Leaving and sending ----------------------------------------------------------------------- */

  window.addEventListener("beforeunload", (event) => {
    look();
    if (isDirty && !passing) { event.preventDefault(); event.returnValue = ""; }
  });
  window.addEventListener("pagehide", () => {
    if (say.presence) {
      const body = new URLSearchParams({ page: say.page, leave: "1", csrfmiddlewaretoken: form.querySelector("[name=csrfmiddlewaretoken]").value });
      fetch(say.presence, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
    }
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { passing = ""; } });

  async function send(submitter) {
    show("saving", say.saySaving);
    await sending;  // or it would keep a draft of what is saved
    const sent = draft();
    await putBy(sent);
    let why = new Blob([JSON.stringify(sent)]).size > LARGEST ? "large" : await sender.session();
    if (why === "session" || why === "other") { why = (await logInAgain()) ? "" : why; }
    if (why) { passing = ""; isStale = isDirty; refused({ why }); return; }
    passing = "asked";
    form.requestSubmit(submitter);
  }

  /* After the form's own listeners, which may have something against it. A second click is none. */
  document.addEventListener("submit", (event) => {
    if (event.target !== form) { return; }
    if (event.defaultPrevented) { passing = passing === "asked" ? "" : passing; return; }
    if (passing === "asked") {
      passing = "sent";
      setTimeout(() => { passing = ""; }, 20000);  // stopped by hand: it can be sent again
      return;
    }
    event.preventDefault();
    if (passing) { return; }
    passing = "checking";
    send(event.submitter).catch(() => { passing = ""; });
  });

  keeper.querySelector("[data-again]").addEventListener("click", async () => {
    isDeclined = !(await logInAgain());
    retryAt = 0;
  });
  window.addEventListener("online", () => { retryAt = 0; });

  watchPreview(form, say, {
    isUnsaved() { look(); return isDirty; },
    async keepNow() {
      await sending;
      sending = keepOnce();
      const why = await sending.catch(() => "server");
      sending = null;
      return why;
    },
    logInAgain
  });

  /* -- Who else is here -------------------------------------------------------------------------- */

  async function tellPresence() {
    if (!say.presence || passing) { return; }
    const said = await sender.here({ page: say.page, unsaved: isDirty ? "1" : "0", behind: document.hidden ? "1" : "0" });
    if (!said.why) { keeper.querySelector("[data-others]").textContent = said.others; }
  }

  /* -- Beginning --------------------------------------------------------------------------------- */

  function watchEditor() {
    const editor = editorOf();
    const changed = () => { bodyTouched = true; };
    const ready = () => { savedBody = lastBody = bodyOf(); };
    if (!isTouched) { savedFields = fieldsOf(form); lastFields = JSON.stringify(savedFields); }
    if (!editor) {
      ready();
      document.getElementById("id_body").addEventListener("input", changed);
      return;
    }
    editor.on("change", changed);
    if (editor.status === "ready") { ready(); } else { editor.once("instanceReady", ready); }
  }

  /* What other pages of this story left in this browser is sent on, and then offered. */
  async function bringBack() {
    let isOffered = false;
    for (const left of await store.leftovers(say.story, say.page)) {
      const said = await sender.keep({ ...left, leftover: true });
      if (said.why) { continue; }
      await store.drop(left.page);
      isOffered = isOffered || Boolean(said.kept);
    }
    if (!isOffered) { return; }
    const answer = await sender.ask(say.kept + "?" + new URLSearchParams({ story: say.story, page: say.page }), {});
    if (answer && answer.ok) { document.querySelector("[data-kept-here]").innerHTML = await answer.text(); }
  }

  // Else "Back" and "Reload" bring back what was typed as if it had been saved; it is offered instead.
  form.autocomplete = "off";
  say.held = isDirty ? "yes" : "";
  if (isDirty) { noteChange(); }
  form.addEventListener("input", () => { isTouched = true; });
  if (document.readyState === "complete") { watchEditor(); } else { window.addEventListener("load", watchEditor); }
  openStore(say.writer, say.seal).then((opened) => { store = opened; return store && bringBack(); }).catch(() => {});
  setInterval(tick, TICK);
  setInterval(tellPresence, PRESENCE);
  tellPresence();
  const first = document.getElementById("desk-clashes");
  if (first) { first.focus(); }
}

if (keeper) { start(keeper.closest("form")); }
