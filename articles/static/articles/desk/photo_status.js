/* How far the public files are, asked now and then while something is due. */
const PAUSE = 4000;

export function watchStatus(place) {
  if (!place || !place.dataset.statusUrl) { return; }
  const sentence = place.querySelector("[data-status]");
  const error = place.querySelector("[data-status-error]");
  const retry = place.querySelector("[data-retry]");

  function show(status) {
    sentence.textContent = status.sentence;
    error.textContent = status.error;
    error.hidden = !status.error;
    retry.hidden = !status.error;
    if (status.is_due && !status.error) { window.setTimeout(() => ask(), PAUSE); }
  }

  function ask(options) {
    fetch(place.dataset.statusUrl, Object.assign({ credentials: "same-origin" }, options))
      .then((response) => response.ok ? response.json().then(show) : null)
      .catch(() => {});
  }

  retry.hidden = error.hidden;
  retry.addEventListener("click", () => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
    ask({ method: "POST", headers: { "X-CSRFToken": token } });
  });
  if (place.dataset.due && error.hidden) { window.setTimeout(() => ask(), PAUSE); }
}
