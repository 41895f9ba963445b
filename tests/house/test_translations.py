"""Every string that readers see is translated in every language of the demonstration."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((ROOT / "articles" / "locale").glob("*/LC_MESSAGES/django.po"))
TEMPLATES = [*(ROOT / "templates/front").glob("*.html"), *(ROOT / "templates/components").glob("*")]


def used_strings():
    found = set()
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        found |= {
            two or one for one, two in re.findall(r'translate (?:\'([^\']+)\'|"([^"]+)")', text)
        }
        for block in re.findall(r"\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate", text):
            found.add(re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", block))
    for path in (ROOT / "articles/pages").glob("*.py"):
        found |= set(re.findall(r'gettext\(\s*"([^"]+)"', path.read_text("utf-8")))
    return found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_nothing_is_left_in_english(path):
    with path.open("rb") as file:
        catalogue = {entry.id: entry.string for entry in read_po(file) if entry.id}
    missing = {text for text in used_strings() if not catalogue.get(text)}
    assert missing == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_placeholders_survive_translation(path):
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    for entry in entries:
        ids, strings = (
            one if isinstance(one, tuple) else (one,) for one in (entry.id, entry.string)
        )
        for string in strings:  # of several, the first may say its one without a number
            assert names_in(string) in [names_in(one) for one in ids], entry.id
        assert names_in(strings[-1]) == names_in(ids[-1]), entry.id


def names_in(text):
    return sorted(re.findall(r"%\((\w+)\)s", text))


def test_strings_were_found_at_all():
    assert {"Accessibility links", "Published %(datetime)s", "Correction"} <= used_strings()
    assert len(CATALOGUES) == 5
