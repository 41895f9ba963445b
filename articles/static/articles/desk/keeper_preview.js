/* "Preview" shows what is in the form now, in a tab beside it: nothing is saved, nothing is left. */
export function watchPreview(form, say, { isUnsaved, keepNow, logInAgain }) {
  let isAsked = false;

  async function show(tab) {
    const why = isUnsaved() ? await keepNow() : "";
    const url = isUnsaved() ? say.preview : say.previewSaved;
    if (!why) { tab.location.replace(url); return; }
    tab.close();  // the reason stands in the form, and so does the dialog to log in again
    if (why === "session" || why === "other") { await logInAgain(); }
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[name=_preview]");
    if (!button || !(isUnsaved() ? say.preview : say.previewSaved)) { return; }
    if (isAsked) { event.preventDefault(); return; }
    const tab = window.open("", "_blank");  // in the click itself, or browsers take it for a pop-up
    if (!tab) { return; }  // then the form is saved and leads there, as without a script
    event.preventDefault();
    tab.opener = null;
    isAsked = true;
    show(tab).catch(() => tab.close()).then(() => { isAsked = false; });
  });
}
