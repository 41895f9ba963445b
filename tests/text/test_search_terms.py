"""A text's terms are parted alike in every script, and hold nothing that a database could obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.terms import LONGEST_TERM, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The river RISES, again", ["the", "river", "rises", "again"]),
        ("co-operation in Žižkov", ["co", "operation", "in", "zizkov"]),
        ("می‌روم", ["می", "روم"]),
        ("كتاب ۱۲", ["کتاب", "12"]),
        ("हिन्दी", ["हिन्दी"]),
        ("ᲗᲑᲘᲚᲘᲡᲘ თბილისი", ["თბილისი", "თბილისი"]),
        ("北京新闻", ["北京", "京新", "新闻"]),
        ("水", ["水"]),
        ("\"'* AND (", ["and"]),
        ("", []),
    ],
)
def test_words_of_each_script(text, found):
    assert terms(text) == found


@given(st.text())
def test_no_text_makes_a_term_that_is_empty_long_or_has_a_sign(text):
    for term in terms(text):
        assert 0 < len(term) <= LONGEST_TERM
        assert not set(term) & set("\"'*:&|!()<>\\% \x00")
