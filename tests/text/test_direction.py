"""Whatever opens a direction closes it at its line's end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.direction import balance_bidi, first_strong_direction, isolate
from articles.text.sanitise import clean_body, clean_line

MARKS = st.text("ab\nم\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069")


def _levels_left_open(line):
    """Levels at a line's end; -1 as soon as one is closed that was never opened."""
    level = 0
    for character in line:
        level += (character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068") - (
            character in "\u202c\u2069"
        )
        if level < 0:
            return level
    return level


@given(MARKS)
def test_every_line_closes_what_it_opened_and_no_more(text):
    assert [_levels_left_open(line) for line in balance_bidi(text).split("\n")] == [
        0 for _ in text.split("\n")
    ]


@given(MARKS)
def test_balanced_text_is_left_as_it_is(text):
    assert balance_bidi(balance_bidi(text)) == balance_bidi(text)


@pytest.mark.parametrize(
    ("text", "balanced"),
    [
        ("\u202eab", "\u202eab\u202c"),
        ("\u2067a\u202eb\u2069c", "\u2067a\u202eb\u202c\u2069c"),
        ("a\u2069b\u202c", "ab"),
        ("\u202a\u2067\u202c", "\u202a\u2067\u2069\u202c"),
    ],
)
def test_text_is_balanced_as_the_algorithm_reads_it(text, balanced):
    assert balance_bidi(text) == balanced


def test_a_paragraph_of_a_body_closes_across_its_inline_elements():
    assert clean_body("<p>\u202ea <em>b\u202c</em> \u2067c</p>") == (
        "<p>\u202ea <em>b\u202c</em> \u2067c\u2069</p>"
    )


def test_no_direction_leaks_over_a_break_or_into_the_next_paragraph():
    assert clean_body("<p>\u202ea<br>b\u202c</p><p>c</p>") == "<p>\u202ea\u202c<br>b</p>\n<p>c</p>"


def test_a_headline_cannot_break_out_of_its_isolate():
    assert isolate("a\u2069b") == "\u2068ab\u2069"
    assert isolate(clean_line("\u202ea")) == "\u2068\u202ea\u202c\u2069"
    assert isolate("") == ""


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("12 abc", "ltr"),
        ("«خبر» abc", "rtl"),
        ("עברית", "rtl"),
        ("\u2067خبر\u2069 abc", "ltr"),
        ("123 …", None),
        ("", None),
    ],
)
def test_the_first_strong_letter_decides(text, direction):
    assert first_strong_direction(text) == direction
