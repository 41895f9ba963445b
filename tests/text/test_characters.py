"""Joiners and direction marks survive cleaning; controls and noncharacters do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sanitise import clean_body, clean_line, clean_text

from .markup import corpus

MARKED = "می\u200cرود \u200dab\u200e\u200f\u061c \u202bx\u202c \u2067y\u2069"
ANY_TEXT = st.text(
    st.characters()
    | st.sampled_from("\ud800\x00\ufffe\u200c\u202e\u202c\u2067\u2069\n\r\u2029e\u0301 ")
)


def test_joiners_and_direction_marks_survive_everywhere():
    assert clean_body(f"<p>{MARKED}</p>") == f"<p>{MARKED}</p>"
    assert clean_line(MARKED) == MARKED
    assert clean_text(MARKED) == MARKED


@pytest.mark.parametrize(
    "bad",
    [
        "\x00",
        "\x08",
        "\x7f",
        "\x80",
        "\ud83d",
        "\ufffe",
        "\uffff",
        "\U0001ffff",
        "\ufdd0",
        "\ufeff",
    ],
)
def test_characters_that_may_not_be_stored_are_removed(bad):
    assert clean_body(f"<p>a{bad}b</p>") == "<p>ab</p>"
    assert clean_line(f"a{bad}b") == "ab"
    assert clean_text(f"a{bad}b") == "ab"


@pytest.mark.parametrize("reference", ["&#1;", "&#xFFFF;", "&#x8;"])
def test_a_character_reference_is_no_way_round(reference):
    assert clean_body(f"<p>a{reference}b</p>") == "<p>ab</p>"


def test_text_is_composed_but_never_fused_with_markup():
    assert clean_body("<p>e\u0301</p>") == "<p>é</p>"
    assert clean_body("<p>\u0338x</p>").startswith("<p>\u0338")
    assert clean_line("e\u0301\u200c") == "é\u200c"


def test_a_line_is_one_line_and_keeps_its_angle_brackets():
    assert clean_line("  a <b>\r\n\t c\u2028d ") == "a <b> c d"


def test_a_typographic_space_stays_in_a_line():
    assert clean_line("«\xa0Le Monde\xa0»") == "«\xa0Le Monde\xa0»"


def test_text_keeps_its_lines():
    assert clean_text("a  b \r\n c\n\n\n\nd\n") == "a b\n c\n\nd"


@pytest.mark.parametrize("clean", [clean_line, clean_text])
@given(text=ANY_TEXT)
def test_clean_text_is_left_as_it_is_and_can_be_stored(clean, text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {c for c in cleaned.encode().decode() if unicodedata.category(c) == "Cc"} - {"\n"}


@pytest.mark.parametrize("name", ["xss_payloads.json", "naughty_strings.json"])
def test_every_naughty_string_makes_one_line(name):
    for text in corpus(name):
        assert "\n" not in clean_line(text)
        assert clean_line(clean_line(text)) == clean_line(text)
