"""Which components a story shows that few stories show: only their pages carry the styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.pages.shapes import Figure
from articles.pages.told import is_correction

# What a body may hold, by how it begins.
IN_BODIES = {"<table": "table", "<blockquote": "blockquote", "<hr": "break", "<li": "lists"}


def components_in(
    document: dict[str, Any], figures: Iterable[Figure | None], *, is_archive: bool
) -> frozenset[str]:
    seen = [figure for figure in figures if figure]
    bodies = [part["html"] for part in document["segments"] if "html" in part]
    shown = {
        "gallery": document.get("gallery"),
        "correction": any(map(is_correction, document["corrections"])),
        "changes": not all(map(is_correction, document["corrections"])),
        "archive_note": is_archive,
        "gone": any(not figure.src for figure in seen),
        "upright": any("upright" in figure.looks for figure in seen),
    }
    shown |= {name: any(tag in html for html in bodies) for tag, name in IN_BODIES.items()}
    return frozenset(name for name, is_shown in shown.items() if is_shown)
