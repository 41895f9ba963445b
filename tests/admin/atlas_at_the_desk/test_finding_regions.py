"""Regions are found and listed, and a page says to what a place belongs."""

import pytest
from django.urls import reverse

from tests.admin.atlas_at_the_desk.forms import LIST, page_of


@pytest.mark.parametrize(
    ("typed", "code"),
    [("UA-43", "UA-43"), ("Crim", "UA-43"), ("Республика Крым", "UA-43"), ("kosovo i met", "XK")],
)
def test_a_region_is_found_by_code_name_or_spelling(typed, code, administrator):
    page = administrator.get(reverse(LIST), {"q": typed})
    assert f">{code}</a>" in page.content.decode()


def test_regions_are_listed_by_kind(administrator):
    page = administrator.get(reverse(LIST), {"kind__exact": "group"}).content.decode()
    assert ">CSTO</a>" in page
    assert ">DE</a>" not in page


def test_the_list_asks_few_questions(administrator, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        administrator.get(reverse(LIST))


def test_a_page_says_to_what_a_place_belongs_since_when(administrator):
    page = administrator.get(page_of("GB")).content.decode()
    assert "EU (full member 1973-01-01 – 2020-02-01)" in page
