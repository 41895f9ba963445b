"""An excerpt ends after a whole word and never tears a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.excerpt import excerpt


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("One two three", 13, "One two three"),
        ("One two three", 12, "One two…"),
        ("One two, three", 10, "One two…"),
        ("<p>One <em>two</em></p>\n<p>three four</p>", 10, "One two…"),
        ("Is 1 <b or not", 99, "Is 1 <b or not"),
        ("می\u200cرود", 3, "م…"),
        ("ab\u0301cd", 3, "a…"),
        ("👩\u200d👩\u200d👧 x", 4, "…"),
        ("🇰🇿🇺🇦", 3, "🇰🇿…"),
        ("🇰🇿🇺🇦 x", 4, "🇰🇿…"),
        ("abc", 0, "…"),
    ],
)
def test_an_excerpt_is_cut_where_a_reader_would(text, limit, expected):
    assert excerpt(text, max_chars=limit) == expected


def test_an_excerpt_closes_the_direction_it_cuts():
    assert excerpt("\u2067one two three\u2069", max_chars=9) == "\u2067one two…\u2069"


@given(st.text("ab \u200c\u0301م中\n", max_size=60), st.integers(1, 40))
def test_an_excerpt_is_never_longer_than_asked(text, limit):
    assert len(excerpt(text, max_chars=limit)) <= limit


@given(st.lists(st.text("abم\u200c", min_size=1, max_size=6)), st.integers(8, 40))
def test_an_excerpt_holds_whole_words_only(words, limit):
    shown = excerpt(" ".join(words), max_chars=limit).removesuffix("…").split()
    assert shown == " ".join(words).split()[: len(shown)]
