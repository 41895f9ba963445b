/* Asking the server. An answer is always one of: fine, or why not ("offline", "session" …). */
const TOO_LARGE = 5 * 1024 * 1024;

export function makeSender(keeper, form) {
  const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;

  /* All forms of the page take the new key. */
  function renew(value) {
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = value; });
  }

  async function ask(url, options) {
    try {
      return await fetch(url, { credentials: "same-origin", redirect: "manual", cache: "no-store", ...options });
    } catch (_error) { return null; }
  }

  /* "" when the writer is logged in and this page's key is good. */
  async function session() {
    const answer = await ask(keeper.dataset.session, {});
    if (!answer) { return "offline"; }
    if (!answer.ok) { return "server"; }
    const said = await answer.json();
    renew(said.token);
    return said.user === keeper.dataset.writer ? "" : said.user ? "other" : "session";
  }

  async function logIn(password) {
    const sent = new URLSearchParams({ username: keeper.dataset.writer, password });
    const answer = await ask(keeper.dataset.session, {
      method: "POST", body: sent, headers: { "X-CSRFToken": token() }
    });
    if (!answer) { return { sentence: keeper.dataset.sayOffline }; }
    if (answer.status === 429) { return { sentence: keeper.dataset.sayBusy }; }
    const said = await answer.json().catch(() => ({ sentence: keeper.dataset.sayServer }));
    if (said.token) { renew(said.token); }
    return said;
  }

  async function post(url, body, type, isAgain) {
    const headers = { "X-CSRFToken": token(), "Content-Type": type };
    const answer = await ask(url, { method: "POST", body, headers });
    if (!answer) { return { why: "offline" }; }
    if (answer.ok) { return await answer.json(); }
    const isDoor = answer.type === "opaqueredirect" || answer.status === 403;
    if (isDoor && !isAgain) {
      const why = await session();
      return why ? { why } : post(url, body, type, true);
    }
    const said = await answer.json().catch(() => ({}));
    const why = { 404: "gone", 413: "large" }[answer.status] || "server";
    return { why, sentence: said.sentence };
  }

  async function keep(draft) {
    const body = JSON.stringify(draft);
    if (new Blob([body]).size > TOO_LARGE) { return { why: "large" }; }
    return post(keeper.dataset.keep, body, "application/json");
  }

  const here = (said) => post(keeper.dataset.presence, new URLSearchParams(said).toString(), "application/x-www-form-urlencoded");

  return { ask, session, logIn, keep, here };
}
