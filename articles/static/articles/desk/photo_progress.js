/* A line per file that is on its way: its name, how far it is, and what became of it. */
import { say } from "./words.js";
function made(name, className, text) {
  const element = document.createElement(name);
  if (className) { element.className = className; }
  if (text) { element.textContent = text; }
  return element;
}

export function progressLine(list, name) {
  const line = made("li", "photo-progress-line");
  const label = made("span", "photo-progress-name", name);
  const bar = made("progress");
  const said = made("span", "photo-progress-said", say("waiting"));
  label.dir = "auto";
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  line.append(label, bar, said);
  list.append(line);
  return {
    progress(part) {
      bar.value = part;
      said.textContent = part < 1 ? Math.round(part * 100) + " %" : say("being looked at");
    },
    done() { line.remove(); },
    refuse(sentence, retry) {
      bar.remove();
      line.classList.add("is-refused");
      said.textContent = sentence;
      said.setAttribute("role", "alert");
      if (retry) { line.append(button(say("Try again"), () => { line.remove(); retry(); })); }
      line.append(button(say("Dismiss"), () => line.remove()));
    },
    offer(sentence, photo, use) {
      bar.remove();
      line.classList.add("is-known");
      said.textContent = sentence;
      const link = made("a", "", use ? photo.title : say("Use it: {title}", { title: photo.title }));
      link.href = photo.url;
      line.append(" ", link);
      if (use) { line.append(button(say("Use it"), () => { line.remove(); use(photo); })); }
      line.append(button(say("Dismiss"), () => line.remove()));
    }
  };
}

function button(text, deed) {
  const element = made("button", "button quiet", text);
  element.type = "button";
  element.addEventListener("click", deed);
  return element;
}
