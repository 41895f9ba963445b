/* Files chosen, dropped or pasted: all come out of one door. */
function picturesIn(transfer) {
  const files = transfer ? Array.from(transfer.files) : [];
  return files.filter((file) => file.type.startsWith("image/") || !file.type || /\.hei[cf]$/i.test(file.name));
}

function hasFiles(event) {
  return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
}

export function watchDrops(zone, onFiles) {
  let depth = 0;
  function mark(change) {
    depth = Math.max(0, depth + change);
    zone.classList.toggle("is-over", depth > 0);
  }
  zone.addEventListener("dragenter", (event) => { if (hasFiles(event)) { mark(1); } });
  zone.addEventListener("dragleave", (event) => { if (hasFiles(event)) { mark(-1); } });
  zone.addEventListener("dragover", (event) => { if (hasFiles(event)) { event.preventDefault(); } });
  zone.addEventListener("drop", (event) => {
    if (!hasFiles(event)) { return; }
    event.preventDefault();
    mark(-depth);
    onFiles(Array.from(event.dataTransfer.files));
  });
}

/* A pasted text goes where it was pasted; a pasted picture comes here. */
export function watchPaste(onFiles) {
  document.addEventListener("paste", (event) => {
    const files = picturesIn(event.clipboardData);
    if (files.length && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      onFiles(files);
    }
  });
}

export function watchInput(input, onFiles) {
  input.addEventListener("change", () => {
    const files = Array.from(input.files);
    if (files.length) { onFiles(files, input); }
  });
}
