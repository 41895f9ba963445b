"""A passage leaves text, HTML and data, however it is broken, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.redact import pattern_of, places, redact

NAME = pattern_of(["Zarina Omarova", "Omarova"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zarina Omarova said so.", "█ said so."),
        ("ZARINA  OMAROVA, and Omarova again", "█, and █ again"),
        ("<p>Says Zarina <em>Omarova</em>, 40.</p>", "<p>Says █<em></em>, 40.</p>"),
        ("<p>Zarina&nbsp;Omarova</p><p>R&amp;D</p>", "<p>█</p><p>R&amp;D</p>"),
        ('<img alt="Zarina Omarova at home">', '<img alt="█ at home">'),
        ("a < b, says Omarova", "a < b, says █"),
        ("Nobody is named here.", "Nobody is named here."),
    ],
)
def test_a_name_leaves(text, left):
    assert redact(text, NAME, "█") == left


def test_it_leaves_data_at_every_depth():
    data = {"a": ["Omarova", 3, None], "b": {"c": "by Zarina Omarova"}}
    assert redact(data, NAME, "[name withheld]") == {
        "a": ["[name withheld]", 3, None],
        "b": {"c": "by [name withheld]"},
    }


def test_the_places_are_shown_with_words_around_them():
    found = places({"body": "<p>Says <b>Zarina</b> Omarova, 40, of the harbour.</p>"}, NAME)
    assert found == ["Says Zarina Omarova, 40, of the harbour."]


def test_an_empty_passage_is_refused():
    with pytest.raises(ValueError, match="nothing to look for"):
        pattern_of(["  ", ""])


@given(st.lists(st.sampled_from(["Omarova", "Zarina", "<b>", "</b>", " ", "x", "&amp;", "<p>"])))
def test_however_it_is_broken_by_tags_no_match_is_left(pieces):
    text = "".join(pieces)
    if "<" in text:
        assert places(redact(text, NAME, "█"), NAME) == []


def test_scripts_without_case_and_with_invisible_joiners():
    persian = pattern_of(["علی رضایی"])
    assert redact("<p>به گفته علی\u200c رضایی</p>", persian, "█") == "<p>به گفته █</p>"
