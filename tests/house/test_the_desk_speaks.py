"""The desk speaks Persian and Russian: whatever is marked for translation has its words there.

Sentences with which verbs refuse are not marked yet.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "named": None,
}  # fmt: skip
# What operators read in a terminal, and what the demonstration's own stories say.
ELSEWHERE = {"demo", "checks", "management", "migrations", "static", "locale"}
ONE = re.compile(r"\{%-? translate (?:'([^']+)'|\"([^\"]+)\")")
BLOCK = re.compile(r"\{% blocktranslate([^%]*)%\}(.*?)\{% endblocktranslate", re.DOTALL)


@cache
def said():
    """Every string of the desk and of readers' pages, once."""
    found = set()
    for path in (ROOT / "articles").rglob("*.py"):
        if not ELSEWHERE & set(path.relative_to(ROOT / "articles").parts):
            with path.open("rb") as file:
                for _line, text, _comments, _context in extract("python", file, WORDS):
                    found.add(text[0] if isinstance(text, tuple) else text)
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        found |= {one or two for one, two in ONE.findall(text)}
        found |= {_block(*block) for block in BLOCK.findall(text)}
    return found


def _block(options, text):
    text = text.partition("{% plural %}")[0]
    if "trimmed" in options:
        text = " ".join(line.strip() for line in text.strip().splitlines())
    return re.sub(r"\{\{ ([\w.]+) \}\}", r"%(\1)s", text)


@pytest.mark.parametrize("language", ["fa", "ru"])
def test_what_is_marked_for_translation_is_translated(language):
    path = ROOT / "articles" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id and entry.string]
    known = {entry.id[0] if isinstance(entry.id, tuple) else entry.id for entry in entries}
    assert sorted(said() - known) == []


def test_strings_of_the_desk_were_found():
    assert {"Ask for changes", "In review", "Save this view"} <= said()
