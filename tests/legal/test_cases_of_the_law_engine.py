"""Every case of the design's table that concerns membership and resolution."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from articles.legal.atlas import UNKNOWN, Atlas, Membership, Place, load_atlas
from articles.legal.facets import Facets
from articles.legal.resolve import resolve
from articles.legal.rules import Rule, RuleText, Target, next_change
from articles.legal.zones import zone_of
from tests.legal.making import NOW, rule

ENGLISH = Facets(service="en", language="en")


@pytest.fixture
def atlas(db: None) -> Atlas:
    return load_atlas()


UND = rule(
    1,
    slug="und",
    kind="reader_warning",
    regions=("RU", "UA-OCC"),
    starts_at=datetime(2024, 2, 20, tzinfo=UTC),
    reach="matched_or_unknown",
    effects=frozenset({"hide_share"}),
)
BRITISH_ORDER = rule(
    2,
    slug="order",
    kind="withheld",
    regions=("GB",),
    targets={"story": Target(frozenset({"7"}))},
    ends_at=NOW + timedelta(days=1),
)
STORY_7 = replace(ENGLISH, stories=frozenset({"7"}))


def slugs(place: Place, facets: Facets, rules: list[Rule], atlas: Atlas, now=NOW) -> list[str]:
    return [shown.rule.slug for shown in resolve(place, facets, rules, atlas, now).notices]


@pytest.mark.parametrize(
    ("country", "subdivision", "expected"),
    [
        ("RU", "", ["und"]),
        ("RU", "Crimea", ["und"]),
        ("UA", "43", ["und"]),
        ("UA", "14", ["und"]),
        ("UA", "46", []),
        ("UA", "", ["und"]),
        ("RU", "Rostov Oblast", ["und"]),
        ("DE", "", []),
    ],
)
def test_the_russian_warning_reaches_exactly_whom_it_concerns(
    country, subdivision, expected, atlas
):
    assert slugs(atlas.place(country, subdivision), ENGLISH, [UND], atlas) == expected


def test_sources_that_disagree_about_crimea_land_on_the_same_region(atlas):
    assert atlas.place("RU", "Crimea") == atlas.place("UA", "43") == Place("UA-43")
    russian_only = rule(3, regions=("RU",))
    assert slugs(Place("UA-43"), ENGLISH, [russian_only], atlas) == []


def test_a_city_of_the_same_name_elsewhere_stays_in_its_country(atlas):
    rostov = atlas.place("RU", "Rostov Oblast")
    assert rostov == Place("RU-ROS")
    assert atlas.membership(rostov, "RU", NOW.date()) is Membership.YES
    assert atlas.membership(rostov, "UA-OCC", NOW.date()) is Membership.NO


def test_the_warning_hides_sharing(atlas):
    assert resolve(Place("RU"), ENGLISH, [UND], atlas, NOW).effects == {"hide_share"}


def test_an_unknown_place_gets_warnings_and_no_targeted_order(atlas):
    privacy = rule(4, slug="privacy", kind="privacy", regions=("EEA",), reach="matched_or_unknown")
    info = rule(5, slug="info", regions=("KZ",))
    found = slugs(UNKNOWN, STORY_7, [UND, BRITISH_ORDER, privacy, info], atlas)
    assert found == ["und", "privacy"]


def test_a_story_withheld_in_britain_shows_only_the_order_and_privacy(atlas):
    privacy = rule(4, slug="privacy", kind="privacy", reach="everyone")
    label = rule(6, slug="label", kind="label", reach="everyone")
    rules = [UND, BRITISH_ORDER, privacy, label]
    found = resolve(Place("GB"), STORY_7, rules, atlas, NOW)
    assert found.withheld == BRITISH_ORDER
    assert [shown.rule.slug for shown in found.notices] == ["order", "privacy"]
    assert resolve(Place("IE"), STORY_7, rules, atlas, NOW).withheld is None
    assert resolve(Place("GB"), ENGLISH, rules, atlas, NOW).withheld is None


def test_an_order_ends_at_its_second(atlas):
    end = BRITISH_ORDER.ends_at
    before = resolve(Place("GB"), STORY_7, [BRITISH_ORDER], atlas, end - timedelta(seconds=1))
    assert before.withheld
    assert resolve(Place("GB"), STORY_7, [BRITISH_ORDER], atlas, end).withheld is None


def test_a_notice_starts_at_its_second(atlas):
    start = UND.starts_at
    assert slugs(Place("RU"), ENGLISH, [UND], atlas, start - timedelta(seconds=1)) == []
    assert slugs(Place("RU"), ENGLISH, [UND], atlas, start) == ["und"]


def test_of_alternatives_the_most_specific_wins_whatever_the_priority(atlas):
    generic = rule(1, slug="generic", group_key="g", priority=99, reach="everyone")
    tatar = rule(
        2, slug="tatar", group_key="g", priority=1, reach="everyone",
        targets={"service": Target(frozenset({"tt"}))},
    )  # fmt: skip
    facets = Facets(service="tt", language="tt")
    assert slugs(Place("RU"), facets, [generic, tatar], atlas) == ["tatar"]
    assert slugs(Place("RU"), ENGLISH, [generic, tatar], atlas) == ["generic"]


def test_the_text_is_the_first_that_the_fallbacks_know():
    texts = tuple(RuleText(code, code, "", "", "", code == "en") for code in ("en", "ru", "tt"))
    made = rule(1, texts=texts)
    assert made.text_in(("ba", "tt", "ru", "en")).language == "tt"
    assert made.text_in(("ka",)).language == "en"


def test_the_world_without_the_union_leaves_czechia_out(atlas):
    banner = rule(1, excluded=("EU",))
    assert slugs(Place("CZ"), ENGLISH, [banner], atlas) == []
    assert slugs(Place("GB"), ENGLISH, [banner], atlas) == ["notice-1"]


def test_a_page_lives_until_the_next_boundary():
    soon = NOW + timedelta(minutes=2)
    assert next_change((replace(UND, ends_at=soon),), NOW) == soon


def test_places_with_equal_decisions_share_a_zone(atlas):
    rules = [UND, BRITISH_ORDER]

    def key(place: str) -> str:
        return zone_of(Place(place), rules, atlas, NOW)

    assert key("UA-43") == key("UA-40")
    assert key("DE") == key("CZ")
    assert key("DE") != key("GB")
    assert key("RU") != key("DE")


def test_notices_stand_in_a_total_order_whatever_the_input_order(atlas):
    rules = [rule(n, slug=f"n{n}", priority=n % 3, reach="everyone") for n in range(8)]
    forwards = slugs(Place("RU"), ENGLISH, rules, atlas)
    assert forwards == slugs(Place("RU"), ENGLISH, rules[::-1], atlas)


def test_the_order_on_the_page_is_the_same_all_over_a_zone(atlas):
    """By what the rules are, not by which of their regions happened to match."""
    first = rule(1, slug="first", regions=("RU", "UA-OCC"))
    second = rule(2, slug="second", regions=("RU", "UA-43"))
    rules = [first, second]
    one, other = Place("RU"), Place("UA-43")
    assert zone_of(one, rules, atlas, NOW) == zone_of(other, rules, atlas, NOW)
    assert slugs(one, ENGLISH, rules, atlas) == slugs(other, ENGLISH, rules, atlas)


def test_a_story_taken_down_still_ties_its_order_to_the_other_versions(atlas):
    """The order names the key that all language versions share."""
    order = replace(BRITISH_ORDER, targets=BRITISH_ORDER.targets | {
        "story": Target(frozenset({"7", "key-of-7"}))
    })  # fmt: skip
    translation = replace(ENGLISH, stories=frozenset({"8", "key-of-7"}))
    assert resolve(Place("GB"), translation, [order], atlas, NOW).withheld == order
