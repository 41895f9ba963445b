"""Zones multiply every page: a realistic law makes few of them, and the same in every process."""

import pytest

from articles.legal.atlas import UNKNOWN, Place, load_atlas
from articles.legal.law import law_at
from articles.legal.zones import zones_of
from tests.legal.forty import five_hundred_notices, forty_notices
from tests.legal.making import NOW


@pytest.fixture
def atlas(db):
    return load_atlas()


def zones(rules, atlas):
    """The zone of every place that the rules could tell apart."""
    found = zones_of(law_at(tuple(rules), atlas, NOW))
    return {place: key for key, places in found.items() for place in places}


def test_no_place_lies_outside_the_zones_that_are_found(atlas):
    law = law_at(tuple(forty_notices()), atlas, NOW)
    places = [Place(code) for code, kind in atlas.kinds.items() if kind != "group"]
    assert {law.zone(place) for place in (UNKNOWN, *places)} == set(zones_of(law))


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
    before, after = (law_at(tuple(some), atlas, NOW) for some in (rules, without_britain))
    assert before.zone(Place("KZ")) == after.zone(Place("KZ"))
    assert before.zone(Place("GB")) != after.zone(Place("GB"))
