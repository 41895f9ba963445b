/* What scripts say, in the language of the desk: its words stand in the page, by the English ones. */
const block = document.getElementById("desk-words");
const words = block ? JSON.parse(block.textContent) : {};
const language = document.documentElement.lang || "en";

function filled(text, values) { return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole); }

export function say(text, values = {}) { return filled(words[text] || text, values); }

/* ``{n}`` of something, as the language counts. */
export function count(n, one, many) {
  const forms = words[many];
  const form = forms ? forms[new Intl.PluralRules(language).select(n)] || forms.other : n === 1 ? one : many;
  return filled(form, { n: n.toLocaleString(language) });
}
