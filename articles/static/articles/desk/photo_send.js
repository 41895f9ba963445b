/* One photo to the library: told how far it is, answered with the photo or with a sentence. */
import { say } from "./words.js";
const MOST_BYTES = 50 * 1024 * 1024;

function token() {
  const cookie = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
  const field = document.querySelector("input[name=csrfmiddlewaretoken]");
  return cookie ? cookie[1] : field ? field.value : "";
}

function parsed(request) {
  try { return JSON.parse(request.responseText); } catch (error) { return {}; }
}

function understood(request) {
  const answer = parsed(request);
  if (request.status === 201) { return { photo: answer, isNew: true }; }
  if (request.status === 409 && answer.photo) {
    return { photo: answer.photo, isNew: false, sentence: answer.sentence };
  }
  if (request.status === 401 || request.responseURL.includes("/login/")) {
    return { sentence: say("You are logged out. Log in in another tab, then try again: the file is kept here."), mayRetry: true };
  }
  if (answer.sentence) { return { sentence: answer.sentence, mayRetry: request.status >= 500 }; }
  if (request.status === 403) {
    return { sentence: say("The desk did not accept this page any more: log in anew in another tab, then try again."), mayRetry: true };
  }
  return { sentence: say("The desk could not take the photo in ({status}). Try again.", { status: request.status }), mayRetry: true };
}

/* Resolves always: {photo, isNew} or {sentence, mayRetry}. */
export function sendPhoto(url, file, words, onProgress) {
  if (file.size > MOST_BYTES) {
    const size = (file.size / 1048576).toFixed(1);
    return Promise.resolve({ sentence: say("The file has {size} MB; 50 MB is the most.", { size }) });
  }
  const body = new FormData();
  Object.keys(words).forEach((name) => { if (words[name]) { body.append(name, words[name]); } });
  body.append("file", file, file.name || "pasted.png");
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-CSRFToken", token());
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) { onProgress(event.loaded / event.total); }
    });
    request.addEventListener("load", () => resolve(understood(request)));
    request.addEventListener("error", () => resolve({
      sentence: say("The connection broke off. The file is kept here: try again."), mayRetry: true
    }));
    request.send(body);
  });
}
