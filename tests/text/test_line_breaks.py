"""Headlines are broken where readers of their script expect it."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.line_breaks import cut, units_of, without_marks


def parts(text):
    return [unit.text for unit in units_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river rises", ["The ", "river ", "rises"]),
        ("a well-known river", ["a ", "well-", "known ", "river"]),
        ("12-13 мая", ["12-13 ", "мая"]),
        # A dash does not begin a line; what is glued together stays so.
        ("Вода ушла — люди вернулись", ["Вода ", "ушла — ", "люди ", "вернулись"]),
        ("100\u00a0000 людей", ["100\u00a0000 ", "людей"]),
        # Between characters, but no line begins with a closing mark or ends with an opening one.
        ("河水上涨，「好」", ["河", "水", "上", "涨，", "「好」"]),
        ("강물이 다시 불어나", ["강물이 ", "다시 ", "불어나"]),
        ("ထွက်ပြေးခဲ့", ["ထွက်", "ပြေး", "ခဲ့"]),
        ("ในแม่น้ำ", ["ใน", "แม่น้ำ"]),
        ("ទឹកជំនន់", ["ទឹ", "ក", "ជំ", "ន", "ន់"]),
        ("ភាសា\u200bខ្មែរ", ["ភា", "សា\u200b", "ខ្មែ", "រ"]),
        ("می‌خواهند بروند", ["می‌خواهند ", "بروند"]),
    ],
)
def test_breaks_stand_where_they_are_expected(text, expected):
    assert parts(text) == expected


@given(st.text(max_size=60))
def test_nothing_is_lost_and_no_mark_begins_a_unit(text):
    units = parts(text)
    assert "".join(units) == text
    for before, after in itertools.pairwise(units):
        is_mark = unicodedata.category(after[0]).startswith("M")
        assert not is_mark or before[-1].isspace() or before[-1] in "\u200b-\u2010–—―"


@given(st.text(max_size=30), st.integers(0, 40))
def test_a_cut_never_leaves_half_of_what_is_written_as_one(text, most):
    kept = cut(text, most)
    assert text.startswith(kept)
    assert len(kept) <= most or not text
    if kept and len(kept) < len(text):
        assert not unicodedata.category(text[len(kept)]).startswith("M")


def test_marks_that_only_allow_a_break_are_not_seen():
    assert without_marks("ភាសា\u200bខ្មែរ an\u00adder\u2060e") == "ភាសាខ្មែរ andere"
