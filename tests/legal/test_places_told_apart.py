"""A few places stand for all: no region of the atlas is in a zone that they do not show."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from articles.legal.atlas import UNKNOWN, Atlas, Member, Place, load_atlas
from articles.legal.edition import atlas_as_data, atlas_from
from articles.legal.law import law_at
from articles.legal.rules import Target
from articles.legal.schedule import Edition, law_as_data
from articles.legal.zones import zones_of
from articles.vocabularies import Reach
from tests.legal.test_cases_of_the_law_engine import NOW, rule


def nested() -> Atlas:
    """Countries with parts, and parts of parts."""
    kinds = dict.fromkeys(("AA", "BB", "CC", "DD"), "country")
    parents = {}
    for country in ("AA", "BB", "CC"):
        for number in range(4):
            kinds[f"{country}-{number}"] = "subdivision"
            for small in range(3):
                code = f"{country}-{number}{small}"
                kinds[code], parents[code] = "subdivision", f"{country}-{number}"
    groups = {"G": (Member("AA"), Member("BB-1", "partial")), "H": (Member("G"), Member("CC-21"))}
    return Atlas(kinds | {"G": "group", "H": "group"}, groups, {}, parents)


def some_rules(chance: random.Random, codes: list[str]):
    return tuple(
        rule(
            number,
            reach=chance.choice(list(Reach)),
            group_key=chance.choice(["", "", "g"]),
            regions=chance.sample(codes, chance.randint(0, 3)),
            excluded=chance.sample(codes, chance.randint(0, 1)),
        )
        for number in range(1, chance.randint(2, 9))
    )


@pytest.mark.parametrize("seed", range(60))
def test_every_place_is_in_a_zone_that_is_shown(seed):
    chance, atlas = random.Random(seed), nested()
    law = law_at(some_rules(chance, sorted(atlas.kinds)), atlas, NOW)
    zones = zones_of(law)
    places = [Place(code) for code, kind in atlas.kinds.items() if kind != "group"] + [UNKNOWN]
    assert {law.zone(place) for place in places} == set(zones)
    for key, examples in zones.items():
        assert {law.zone(place) for place in examples} == {key}


def test_in_the_real_atlas_too(db):
    atlas = load_atlas()
    law = law_at((rule(1, regions=["RU", "UA-OCC"]), rule(2, regions=["EU"])), atlas, NOW)
    places = [Place(code) for code, kind in atlas.kinds.items() if kind != "group"]
    assert {law.zone(place) for place in [*places, UNKNOWN]} == set(zones_of(law))


@pytest.mark.parametrize("seed", range(20))
def test_the_schedule_says_what_the_law_says_at_any_time(seed):
    chance, atlas = random.Random(seed), nested()
    rules = tuple(
        rule(
            number, reach=chance.choice(list(Reach)), regions=chance.sample(["AA", "G", "H"], 1),
            starts_at=NOW + timedelta(hours=chance.randint(-50, 50)),
            ends_at=NOW + timedelta(hours=chance.randint(51, 99)),
        )
        for number in range(1, 5)
    )  # fmt: skip
    leaves = (NOW + timedelta(days=2)).date()
    atlas.groups["G"] = (Member("AA", ends_on=leaves), Member("BB-1", starts_on=leaves))
    content = law_as_data(rules, [Edition(1, "en", ("en",))], atlas, NOW)
    for hours in range(0, 110, 7):
        at = NOW + timedelta(hours=hours)
        law = law_at(rules, atlas, at)
        for row in content["schedule"]:
            for label in row["places"]:
                if "*" in label:
                    continue
                place = UNKNOWN if label == "unknown" else Place(label)
                shown = {one.rule.version_id for one in law._shown(place, law.rules)}
                assert applying(row, at, rules) == shown, (label, at)


def applying(row, at, rules):
    """The versions that a row of the schedule says to apply at a time."""
    windows = {one.version_id: (one.starts_at, one.ends_at) for one in rules}
    found = set()
    for one in row["applies"].get("*", []):
        if isinstance(one, int):
            number, (start, end) = one, windows[one]
        else:
            number, start, end = one[0], *(datetime.fromisoformat(text) for text in one[1:])
        if start <= at < end:
            found.add(number)
    return found


def test_services_are_told_apart_by_what_they_can_see():
    made = rule(1, targets={"service": Target(frozenset({"fa"}))})
    persian, english = Edition(1, "fa", ("fa", "en")), Edition(2, "en", ("en",))
    assert persian.can_see(made)
    assert not english.can_see(made)


def test_an_atlas_survives_being_kept_as_data(db):
    atlas = load_atlas()
    data = atlas_as_data(atlas)
    again = atlas_from(data)
    assert atlas_as_data(again) == data
    day = datetime(2026, 2, 1, tzinfo=UTC).date()
    for code in atlas.kinds:
        for group in atlas.groups:
            place = Place(code)
            assert again.membership(place, group, day) == atlas.membership(place, group, day)
    assert again.place("RU", "crimea") == atlas.place("RU", "crimea")
