"""Zones multiply every page: a realistic law makes few of them, and the same in every process."""

import pytest

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.law import law_at
from tests.legal.forty import five_hundred_notices, forty_notices
from tests.legal.making import NOW


@pytest.fixture
def atlas(db):
    return load_atlas()


def zones(rules, atlas):
    law = law_at(tuple(rules), atlas, NOW)
    places = [Place(code) for code, kind in atlas.kinds.items() if kind != "group"]
    return {place: law.zone(place) for place in (UNKNOWN, *places)}


def test_forty_notices_make_at_most_sixteen_zones(atlas):
    assert len(forty_notices()) == 40
    assert len(set(zones(forty_notices(), atlas).values())) <= 16


def test_orders_against_hundreds_of_stories_make_no_more(atlas):
    few, many = (set(zones(rules, atlas).values()) for rules in (
        forty_notices(), five_hundred_notices()
    ))  # fmt: skip
    assert len(many) == len(few)


def test_the_key_of_a_place_is_untouched_by_the_law_of_others(atlas):
    rules = forty_notices()
    without_britain = [one for one in rules if "GB" not in one.target("region").include]
    before, after = zones(rules, atlas), zones(without_britain, atlas)
    assert before[Place("KZ")] == after[Place("KZ")]
    assert before[Place("GB")] != after[Place("GB")]
