"""The one inline sheet of each kind of page, and the hash by which its policy allows it."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe
from rcssmin import cssmin

AROUND = ("foundation", "skip_links", "masthead", "nav", "strip", "notice", "where", "footer")
SHEETS: dict[str, tuple[str, ...]] = {
    "story": (
        *AROUND, "story", "moment", "picture", "figure", "gallery", "byline",
        "topics", "correction", "publisher", "pass_on", "translations",
    ),
    "front": (*AROUND, "picture", "card", "front"),
    "list": (*AROUND, "picture", "card", "front", "ways"),
    "archive": (*AROUND, "front", "ways", "archive"),
    "search": (*AROUND, "picture", "card", "front", "ways", "search"),
    "world": (*AROUND, "picture", "card", "world"),
    "message": (*AROUND, "message"),
    "place": (*AROUND, "message", "place"),
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    text: SafeString
    csp_hash: str


@cache
def sheet(kind: str, is_demo: bool) -> Sheet:
    """Built once per process; our own files, hence safe to print."""
    names = (*SHEETS[kind], "demo_bar") if is_demo else SHEETS[kind]
    css = cssmin("".join(_read(name) for name in names))
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Sheet(mark_safe(css), f"'sha256-{digest}'")  # noqa: S308


def _read(name: str) -> str:
    path = finders.find(f"articles/front/components/{name}.css")
    if path is None:
        raise FileNotFoundError(f"The component {name} has no style sheet.")
    with open(path, encoding="utf-8") as file:  # noqa: PTH123  finders give strings
        return file.read()
