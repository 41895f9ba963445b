"""What a browser sends from a page's form: every field as it stands there."""

from __future__ import annotations

from typing import Any

import html5lib

FIELDS = ("input", "textarea", "select")


def sent_by(page: str, form_id: str = "") -> dict[str, Any]:
    """Values by name, hidden fields included; of the form with that id, or of all the page."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    root = tree.find(f".//form[@id='{form_id}']") if form_id else tree
    assert root is not None, form_id
    found: dict[str, Any] = {}
    for element in root.iter():
        value = _value(element) if element.tag in FIELDS else None
        if (name := element.get("name")) and value is not None:
            found[name] = value
    return found


def _value(element: Any) -> str | None:
    if element.tag == "textarea":
        return (element.text or "").removeprefix("\n")
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [one for one in options if "selected" in one.attrib] or options[:1]
        return chosen[0].get("value") if chosen else None
    kind = element.get("type", "text")
    if kind in {"submit", "file", "button"}:
        return None
    if kind in {"checkbox", "radio"} and "checked" not in element.attrib:
        return None
    return element.get("value", "on" if kind == "checkbox" else "")
