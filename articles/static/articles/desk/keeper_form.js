/* What stands in the form, as a browser would post it. Files are not words: they are sent apart. */
const LEFT_OUT = new Set(["csrfmiddlewaretoken"]);

export function editorOf() { return window.CKEDITOR && window.CKEDITOR.instances.id_body; }

export function bodyOf() {
  const editor = editorOf();
  const area = document.getElementById("id_body");
  return editor && editor.status === "ready" ? editor.getData() : area ? area.value : "";
}

/* All but the body, which is dear to read. */
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (LEFT_OUT.has(name) || name === "body" || typeof value !== "string") { continue; }
    (fields[name] = fields[name] || []).push(value);
  }
  return fields;
}

function same(one, other) { return JSON.stringify(one) === JSON.stringify(other); }

export function changedNames(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !same(before[name], after[name]));
}
