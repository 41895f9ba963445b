"""What the desk's scripts say is said in the language of the desk."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation import override

from articles.admin.script_words import SAID, words_of_scripts

ONE = re.compile(r'(?:\bsay|\btold|newsroomSay)\("((?:[^"\\]|\\.)+)"')
MANY = re.compile(r'\bcount(?:ed)?\([^"]*?, "[^"]+", "([^"]+)"\)')
BLOCK = re.compile(r'<script id="desk-words" type="application/json">(.*?)</script>')
# Chosen among in front_slots.js and newspaste.
CHOSEN = {
    "fonts", "sizes", "colours", "highlighting", "underlining", "alignment", "pictures",
    "comments", "footnotes", "“{name}” up", "“{name}” down", "“{name}” off the front",
}  # fmt: skip


def scripts():
    folder = Path(finders.find("articles/desk/words.js")).parent
    return [path.read_text("utf-8") for path in folder.rglob("*.js")]


def test_every_word_of_a_script_is_known_and_none_is_left_over():
    said = {text for script in scripts() for text in ONE.findall(script)} | CHOSEN
    assert said == set(SAID)
    everything = "".join(scripts())
    assert [text for text in CHOSEN if f'"{text}"' not in everything] == []


def test_what_is_counted_is_known():
    counted = {text for script in scripts() for text in MANY.findall(script)}
    assert counted == set(words_of_scripts()) - set(SAID)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"one": "{n} word", "other": "{n} words"}),
        ("ru", {"one": "{n} слово", "few": "{n} слова", "many": "{n} слов"}),
    ],
)
def test_each_kind_of_number_has_its_form(language, forms):
    with override(language):
        words = words_of_scripts()["{n} words"]
    assert forms.items() <= words.items()


def pages(story):
    return [
        reverse("admin:articles_story_change", args=[story.pk]),
        reverse("admin:articles_story_add"),
        reverse("admin:articles_photo_changelist"),
        reverse("admin:articles_photo_add"),
        reverse("admin:articles_storytemplate_add"),
        reverse("admin:front", args=[story.service.slug, "-"]),
    ]


def test_pages_with_scripts_carry_their_words(story, cast, log_in):
    client = log_in(cast.administrator)
    client.post(reverse("admin:desk_language"), {"language": "fa"})
    for page in pages(story):
        found = BLOCK.findall(client.get(page).content.decode())
        words = [json.loads(one)["Search the library"] for one in found]
        assert words == ["جست‌وجو در کتابخانه"], page


def test_in_english_and_on_pages_without_scripts_nothing_is_carried(story, cast, log_in):
    client = log_in(cast.administrator)
    for page in pages(story):
        assert "desk-words" not in client.get(page).content.decode()
    client.post(reverse("admin:desk_language"), {"language": "fa"})
    assert "desk-words" not in client.get(reverse("admin:today")).content.decode()


def test_the_editor_itself_speaks_it(story, cast, log_in):
    client = log_in(cast.administrator)
    client.post(reverse("admin:desk_language"), {"language": "ru"})
    html = client.get(pages(story)[0]).content.decode()
    assert "&quot;language&quot;: &quot;ru&quot;" in html
    assert "&quot;contentsLanguage&quot;: &quot;en&quot;" in html
