/* Optional: every page is whole without it. It offers the device's own share sheet, copies the
   address of the story, and lets a way out leave no step back. It asks nobody for anything and
   keeps nothing. */
(() => {
  "use strict";

  const find = (selector) => document.querySelector(selector);

  const share = find("[data-share]");
  if (share) {
    const box = share.closest("div");
    const address = box.querySelector("small");
    const data = { title: find("h1").textContent, url: address.textContent };

    const send = box.querySelector("[data-send]");
    if (navigator.share) {
      send.hidden = false;
      // A reader who closes the sheet has changed their mind: that is no error.
      send.addEventListener("click", () => navigator.share(data).catch(() => {}));
    }

    const copy = box.querySelector("[data-copy]");
    const done = box.querySelector("[role=status]");
    copy.hidden = false;
    copy.addEventListener("click", () => {
      const selected = () => {
        getSelection().selectAllChildren(address);
        document.execCommand("copy");
      };
      const copied = navigator.clipboard
        ? navigator.clipboard.writeText(data.url).catch(selected)
        : Promise.resolve(selected());
      copied.then(() => {
        done.textContent = done.dataset.done;
      });
    });
  }

  const exit = find("[data-exit]");
  if (exit) {
    exit.addEventListener("click", (event) => {
      event.preventDefault();
      document.body.hidden = true;
      document.title = "";
      location.replace(exit.href);
    });
  }
})();
