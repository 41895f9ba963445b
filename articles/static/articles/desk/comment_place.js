/* Where a passage stands whose words may come more than once: by what is around it, then by how
 * many like it come before. Edits before it, and others like it, do not move it. */
const AROUND = 80, SURE = 4; // characters
const MOST = 1000; // of one letter there are too many to weigh

function startsOf(quote, line) {
  const starts = [];
  for (let at = line.indexOf(quote); at >= 0 && starts.length < MOST; at = line.indexOf(quote, at + 1)) { starts.push(at); }
  return starts;
}

/* How many characters of two texts agree from their beginnings. */
function agreeing(one, other) {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) { count += 1; }
  return count;
}

const backwards = (text) => Array.from(text.trimEnd()).reverse().join("");

function around(start, quote, line) {
  const end = start + quote.length;
  return [backwards(line.slice(Math.max(0, start - AROUND), start)), line.slice(end, end + AROUND).trimStart()];
}

/* -1 where it is no more; ``place`` as it was when the comment was written. */
export function startOf(quote, { before = "", after = "", occurrence = 0 }, line) {
  const starts = quote ? startsOf(quote, line) : [];
  const known = backwards(before), number = Number(occurrence);
  const score = (start) => {
    const [left, right] = around(start, quote, line);
    return agreeing(left, known) + agreeing(right, after.trimStart());
  };
  const found = starts.map((start, index) => ({ start, score: score(start), far: Math.abs(index - number) }));
  found.sort((one, other) => other.score - one.score || one.far - other.far);
  if (found.length && found[0].score >= SURE) { return found[0].start; }
  return starts[number] ?? -1;
}

/* What the server is told of a passage of ``line``. */
export function placeOf(start, quote, line) {
  return {
    words_before: line.slice(Math.max(0, start - AROUND), start).trim(),
    words_after: line.slice(start + quote.length, start + quote.length + AROUND).trim(),
    occurrence: String(Math.max(0, startsOf(quote, line).indexOf(start))),
  };
}
