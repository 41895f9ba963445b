"""The desk speaks Persian and Russian: whatever is marked for translation has its words there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
WORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
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


REFUSALS = {"VerbRefused": 0, "NotAllowed": 0, "WrongState": 0, "RefusedImage": 0, "Problem": 2}


def _refusals(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in REFUSALS:
            yield node.lineno, node.args[REFUSALS[name] :][:1]


def test_whatever_is_refused_is_marked_for_translation():
    rooms = [ROOT / "articles" / room for room in ("publishing", "imaging", "admin")]
    files = [path for room in rooms for path in room.rglob("*.py")]
    found = [(path, *one) for path in files for one in _refusals(path)]
    assert len(found) > 150
    plain = (ast.Constant, ast.JoinedStr)
    assert [f"{path}:{line}" for path, line, said in found
            if said and isinstance(said[0], plain)] == []  # fmt: skip


def test_strings_of_the_desk_were_found():
    assert {"Ask for changes", "In review", "Save this view"} <= said()
