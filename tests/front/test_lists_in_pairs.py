"""A list of few stories leaves no hole and no story alone in a row."""

from __future__ import annotations

import re

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

PAIRS, ROW, REST = '<ul class="band large flat">', '<ul class="row">', '<ul class="more">'


@pytest.mark.parametrize(
    ("count", "on_top", "abreast"),
    [(1, PAIRS, 1), (2, PAIRS, 2), (3, ROW, 3), (4, PAIRS, 4), (5, ROW, 3)],
)
def test_three_stand_in_a_row_unless_pairs_do_better(
    count, on_top, abreast, client, make_story, now
):
    for number in range(count):
        publish(make_story(headline=f"Story {number}"), actor=SYSTEM, now=now)
    page = client.get("/en/z/politics/").content.decode()
    assert on_top in page
    top = re.search(f"{on_top}(.*?)</ul>", page, re.DOTALL)[1]
    assert top.count("<li>") == abreast
    assert (REST in page) is (count > abreast)


def test_the_ways_on_from_a_list_are_no_cards(client, make_story, now):
    """They once had the class of the column beside a lead, and its lines."""
    publish(make_story(), actor=SYSTEM, now=now)
    page = client.get("/en/z/politics/").content.decode()
    assert '<ul class="onward">' in page
    assert 'class="beside"' not in page


def test_the_edition_without_pictures_leads_to_the_search(client, make_story, now):
    publish(make_story(), actor=SYSTEM, now=now)
    page = client.get("/en/?edition=text").content.decode()
    assert re.search(r'href="/en/search/\?edition=text">Search</a>', page)
