"""A headline in any script becomes a readable address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.slugs import RESERVED, slug_for


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Kazakhstan: Security is Tight", "kazakhstan-security-is-tight"),
        ("Президент не приехал", "prezident-ne-priekhal"),
        ("Don’t stop — now", "dont-stop-now"),
        ("", "story"),
        ("—", "story"),
        ("Admin", "story"),
    ],
)
def test_a_headline_becomes_a_slug(headline, slug):
    assert slug_for(headline) == slug


@pytest.mark.parametrize(
    "headline", ["ده‌ها نفر در تهران", "საქართველო", "Қазақстан", "د افغانستان"]
)
def test_no_script_falls_back_to_the_common_word(headline):
    assert slug_for(headline) != "story"


def test_a_long_headline_is_cut_after_a_whole_word():
    assert slug_for("alpha beta gamma", max_length=12) == "alpha-beta"
    assert slug_for("alpha beta", max_length=10) == "alpha-beta"
    assert slug_for("alphabet", max_length=5) == "alpha"


@given(st.text(max_size=200))
def test_a_slug_is_always_usable(headline):
    slug = slug_for(headline)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 60
    assert slug not in RESERVED
