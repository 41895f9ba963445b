"""Each language is typed with its own marks and letters."""

import pytest

from articles.text.sanitise import clean_body
from articles.text.typography import (
    for_editor,
    joins_with_zwnj,
    own_letters,
    own_letters_in,
    quotes_for,
)


@pytest.mark.parametrize(
    ("language", "outer"),
    [
        ("en", "“”"), ("de", "„“"), ("ru", "«»"), ("uk", "«»"), ("kk", "«»"), ("ka", "„“"),
        ("fa", "«»"), ("pl", "„”"), ("de-AT", "„“"), ("xx", "“”"), ("", "“”"),
    ],
)  # fmt: skip
def test_a_language_has_its_quotation_marks(language, outer):
    quotes = quotes_for(language)
    assert quotes.opening + quotes.closing == outer


def test_french_marks_keep_their_narrow_space():
    quotes = quotes_for("fr")
    assert (quotes.opening, quotes.closing) == ("«\u202f", "\u202f»")


@pytest.mark.parametrize(
    ("language", "joins"),
    [("fa", True), ("ps", True), ("ur", True), ("en", False), ("ar", False), ("kk", False)],
)
def test_half_spaces_are_for_the_scripts_that_have_them(language, joins):
    assert joins_with_zwnj(language) is joins
    assert for_editor(language)["zwnj"] is joins


def test_arabic_letters_become_persian_ones_and_joiners_stay():
    assert own_letters("كتاب‌هاي علي", "fa") == "کتاب‌های علی"


def test_pashto_keeps_its_own_yeh():
    assert own_letters("ښوونځي كې", "ps") == "ښوونځي کې"


@pytest.mark.parametrize("language", ["ar", "en", "ug", ""])
def test_other_languages_keep_what_was_typed(language):
    assert own_letters("كتاب علي", language) == "كتاب علي"


def test_in_html_addresses_and_other_languages_words_stay():
    html = '<p>كتاب <a href="https://ar.example/كتاب">علي</a> <span lang="ar">كتاب</span></p>'
    assert own_letters_in(html, "fa") == (
        '<p>کتاب <a href="https://ar.example/كتاب">علی</a> <span lang="ar">كتاب</span></p>'
    )


def test_a_clean_body_stays_as_it_is_but_for_its_letters():
    body = clean_body("<p>One &amp; two&nbsp;<br>three</p><ul><li>x &lt; y</li></ul><hr>")
    assert own_letters_in(body, "fa") == body
