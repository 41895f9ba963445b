"""The one inline sheet of a page, and the hash by which its policy allows it.

Each kind of page has its sheet; what few of them show joins the sheet of those alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe
from rcssmin import cssmin

AROUND = ("foundation", "skip_links", "masthead", "nav", "where", "footer")
STORY = (
    *AROUND, "story", "moment", "picture", "figure", "byline",
    "chips", "publisher", "pass_on", "more_on",
)  # fmt: skip
# What entries may hold, whichever of them a page shows.
ENTRIES = ("gone", "upright", "lists", "blockquote", "correction", "entry", "live")
SHEETS: dict[str, tuple[str, ...]] = {
    "story": STORY,
    "live": (*STORY, *ENTRIES),
    "entry": (*STORY, *ENTRIES),
    "updates": (),
    "front": (*AROUND, "picture", "card", "front"),
    "list": (*AROUND, "picture", "card", "front", "ways"),
    "archive": (*AROUND, "front", "ways", "archive"),
    "search": (*AROUND, "picture", "card", "front", "ways", "search"),
    "world": (*AROUND, "picture", "card", "world"),
    "text": ("text",),
    "text_lists": ("text", "text_lists"),
    "styleguide": ("*", "styleguide"),
    "message": (*AROUND, "message"),
    "place": (*AROUND, "message", "place"),
}  # fmt: skip


# Scripts that have fonts and leading of their own; all others read well with those of Latin.
SCRIPTS = ("Latn", "Cyrl", "Arab", "Geor", "Armn")


@dataclass(frozen=True)
class Sheet:
    text: SafeString
    csp_hash: str


@cache
def sheet(kind: str, is_demo: bool, also: frozenset[str] = frozenset()) -> Sheet:
    """Built once per process and set of components; our own files, hence safe to print."""
    names = (*SHEETS[kind], *sorted(also), *(["demo_bar"] if is_demo else []))
    css = cssmin("".join(_read(name) for name in _all_of(names)))
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Sheet(mark_safe(css), f"'sha256-{digest}'")  # noqa: S308


def _all_of(names: Iterable[str]) -> Iterator[str]:
    """Once each; "*" stands for every component (the style guide shows them all)."""
    wanted: dict[str, None] = {}
    for name in names:
        wanted.update(dict.fromkeys(_every() if name == "*" else [name]))
    return iter(wanted)


def _every() -> list[str]:
    """The foundation before what stands on it; not the edition without pictures."""
    folder = finders.find("articles/front/components/foundation.css")
    names = sorted(path.stem for path in Path(folder or "").parent.glob("*.css"))
    whole = {"text", "text_lists", "styleguide", "front", "world", "message", "place", "preview"}
    return ["foundation", *(name for name in names if name not in whole)]


def script_sheet(script: str) -> str:
    """The component with the fonts of a script (an ISO 15924 code)."""
    return f"script_{(script if script in SCRIPTS else SCRIPTS[0]).lower()}"


def scale_sheet(scale: str) -> str:
    """The size that a law asks for (``"2"``, ``"1-5"``: times the body), in a rule of its own."""
    return f"scale-{scale}"


def _rule_of_scale(name: str) -> str:
    """As strong as ".banners .notice", which sets banners smaller where no law says how large."""
    times = name.removeprefix("scale-").replace("-", ".")
    return f".scaled.{name} {{ font-size: calc({float(times)} * var(--read)); }}"


def _read(name: str) -> str:
    if name.startswith("scale-"):
        return _rule_of_scale(name)
    path = finders.find(f"articles/front/components/{name}.css")
    if path is None:
        raise FileNotFoundError(f"The component {name} has no style sheet.")
    with open(path, encoding="utf-8") as file:  # noqa: PTH123  finders give strings
        return file.read()
