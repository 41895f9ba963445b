/* Two files at a time: a slow line is shared, and the first photo is there early. */
import { say } from "./words.js";
import { progressLine } from "./photo_progress.js";
import { sendPhoto } from "./photo_send.js";

const AT_ONCE = 2;

/* ``words()`` is asked when a file's turn has come; ``onPhoto(photo, file)`` gets what is there. */
export function makeQueue({ url, list, words, onPhoto, onKnown, onIdle }) {
  const waiting = [];
  let running = 0;

  function next() {
    while (running < AT_ONCE && waiting.length) { run(waiting.shift()); }
    if (!running && onIdle) { onIdle(); }
  }

  function run(job) {
    running += 1;
    sendPhoto(url, job.file, words(), (part) => {
      job.line.progress(part);
      if (job.progressed) { job.progressed(part); }
    }).then((answer) => {
      running -= 1;
      settle(job, answer);
      next();
    });
  }

  function settle(job, answer) {
    const take = job.onPhoto || onPhoto;
    if (answer.photo && (answer.isNew || !onKnown)) {
      job.line.done();
      take(answer.photo, job.file, answer.isNew);
    } else if (answer.photo) {
      job.line.offer(answer.sentence, answer.photo, onKnown === "link" ? null : take);
      if (job.refused) { job.refused(answer.sentence); }
    } else {
      job.line.refuse(answer.sentence, answer.mayRetry ? () => add(job.file, job) : null);
      if (job.refused) { job.refused(answer.sentence); }
    }
  }

  function add(file, more) {
    const job = Object.assign({}, more, { file, line: progressLine(list, file.name || say("pasted picture")) });
    waiting.push(job);
    next();
  }

  return { add, isBusy: () => running > 0 || waiting.length > 0 };
}
