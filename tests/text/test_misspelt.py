"""Which words may have been meant: letters off, lookalikes, other keyboards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.misspelt import (
    _KEYS,
    LAYOUTS,
    distance,
    likely_beginnings,
    nearest,
    on_other_keyboards,
    one_off,
)

WORDS = st.text("abcdeк", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("river", "river", 0),
        ("rivre", "river", 1),
        ("rver", "river", 1),
        ("rivver", "river", 1),
        ("rivar", "river", 1),
        ("revar", "river", 2),
        ("казакстан", "қазақстан", 0),
        ("окно", "река", 3),
        ("", "ab", 2),
    ],
)
def test_how_far_words_are_apart(one, other, off):
    assert min(distance(one, other), 3) == min(off, 3)


@given(WORDS, WORDS)
def test_it_is_the_same_both_ways(one, other):
    assert min(distance(one, other), 3) == min(distance(other, one), 3)


@given(st.text("abc", min_size=1, max_size=6))
def test_what_is_one_letter_off_is_one_letter_off(word):
    assert all(distance(word, other) == 1 for other in one_off(word, "abc"))


def test_short_words_must_be_nearer():
    assert list(nearest("fload", ["flood", "flown"])) == [(1, "flood")]
    assert (2, "flooding") in list(nearest("floadng", ["flooding", "of"]))


def test_a_beginning_may_be_written_with_other_letters():
    assert "қаз" in likely_beginnings("казакстан")
    assert likely_beginnings("каз") == []
    assert len(likely_beginnings("ххххх")) <= 64


@pytest.mark.parametrize(
    ("typed", "script", "meant"),
    [
        ("htrf", "Cyrl", "река"),
        ("j,cnhtk", "Cyrl", "обстрел"),
        ("nivk", "Arab", "دهرن"),
        ("mTvare", "Geor", "მთვარე"),
        ("vtlbf", "Cyrl", "медиа"),
    ],
)
def test_keys_of_another_keyboard_are_read(typed, script, meant):
    assert meant in on_other_keyboards(typed, script)


def test_and_the_other_way_round():
    assert "river" in on_other_keyboards("кшмук", "Cyrl")
    assert on_other_keyboards("river", "Latn") == []


@pytest.mark.parametrize("layout", LAYOUTS.values())
def test_every_key_has_its_letter(layout):
    assert len(layout) == len(_KEYS)
