"""What holds for every law, place and story that could be."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.legal.atlas import UNKNOWN
from articles.legal.law import LawBook, law_at, next_boundary
from articles.legal.resolve import Resolution, resolve
from articles.legal.rules import Target
from articles.legal.zones import zone_of
from articles.vocabularies import NoticeKind, Reach
from tests.legal.laws import NOW, WORLD, facets, laws, moments, places, regions

MANY = settings(max_examples=120, deadline=None)


def told(found: Resolution) -> list[int]:
    return [one.rule.version_id for one in found.notices]


def as_read(found: Resolution) -> tuple:
    """All that a page shows of a resolution."""
    return (
        [(one.rule.version_id, one.is_prominent) for one in found.notices],
        found.effects,
        found.withheld,
    )


@MANY
@given(laws(), places, facets, moments, st.randoms())
def test_equal_inputs_give_equal_answers_in_whatever_order_rules_come(
    rules, place, about, now, random
):
    shuffled = list(rules)
    random.shuffle(shuffled)
    one = resolve(place, about, rules, WORLD, now)
    other = resolve(place, about, shuffled, WORLD, now)
    assert as_read(one) == as_read(other)


@MANY
@given(laws(), places, facets, moments, regions)
def test_an_exclude_never_shows_more(rules, place, about, now, region):
    if not rules:
        return
    first = rules[0]
    target = first.target("region")
    narrower = replace(
        first,
        targets={**first.targets, "region": Target(target.include, target.exclude | {region})},
    )
    # Alone: among alternatives, the fall of one is the rise of another.
    before = told(resolve(place, about, [first], WORLD, now))
    after = told(resolve(place, about, [narrower], WORLD, now))
    assert set(after) <= set(before)


@MANY
@given(laws(), facets, moments)
def test_an_unknown_place_sees_every_reader_warning_and_no_targeted_order(rules, about, now):
    cautious = [
        replace(rule, reach=DEFAULT[rule.kind], group_key="")
        for rule in rules
        if rule.target("region").include
    ]
    seen = told(resolve(UNKNOWN, about, cautious, WORLD, now))
    everywhere = [
        rule.version_id
        for rule in cautious
        if rule.kind == NoticeKind.READER_WARNING
        and told(resolve(UNKNOWN, about, [replace(rule, reach=Reach.EVERYONE)], WORLD, now))
    ]
    assert set(everywhere) <= set(seen)
    kinds = {rule.version_id: rule.kind for rule in cautious}
    assert not [one for one in seen if kinds[one] == NoticeKind.WITHHELD]


DEFAULT = {kind.value: Reach.MATCHED.value for kind in NoticeKind} | {
    NoticeKind.READER_WARNING.value: Reach.MATCHED_OR_UNKNOWN.value,
    NoticeKind.LABEL.value: Reach.MATCHED_OR_UNKNOWN.value,
    NoticeKind.PRIVACY.value: Reach.MATCHED_OR_UNKNOWN.value,
}


@MANY
@given(laws(), places, places, facets, moments)
def test_equal_zones_read_the_same_of_every_story(rules, one, other, about, now):
    if zone_of(one, rules, WORLD, now) == zone_of(other, rules, WORLD, now):
        first = resolve(one, about, rules, WORLD, now)
        assert as_read(first) == as_read(resolve(other, about, rules, WORLD, now))


@MANY
@given(laws(), places, places, facets, moments)
def test_a_readers_own_word_takes_nothing_away(rules, place, also, about, now):
    plain = resolve(place, about, rules, WORLD, now)
    said = resolve(place, about, rules, WORLD, now, also)
    assert set(told(plain)) <= set(told(said))
    assert plain.effects <= said.effects
    assert said.withheld == plain.withheld
    added = set(told(said)) - set(told(plain))
    kinds = {one.rule.kind for one in said.notices if one.rule.version_id in added}
    assert not kinds & {NoticeKind.WITHHELD, NoticeKind.ELECTION_SILENCE}


@MANY
@given(laws(12), places, st.none() | places, facets, moments)
def test_the_prepared_law_answers_as_the_pure_function(rules, place, also, about, now):
    law = law_at(rules, WORLD, now)
    found = resolve(place, about, rules, WORLD, now, also)
    assert as_read(law.resolve(place, about, also)) == as_read(found)
    assert law.withholds(place, about) == (found.withheld is not None)
    assert law.zone(place) == zone_of(place, rules, WORLD, now)


@MANY
@given(laws(), places, facets, moments, st.integers(0, 8 * 24 * 3600))
def test_between_two_boundaries_nothing_changes(rules, place, about, now, seconds):
    end = next_boundary(rules, WORLD, now)
    later = now + timedelta(seconds=seconds)
    if end is None or later < end:
        first, second = (resolve(place, about, rules, WORLD, when) for when in (now, later))
        assert as_read(first) == as_read(second)
        assert zone_of(place, rules, WORLD, now) == zone_of(place, rules, WORLD, later)


@MANY
@given(laws(), st.lists(moments, min_size=1, max_size=6), places, facets)
def test_a_book_of_law_follows_the_clock_forwards_and_back(rules, times, place, about):
    book = LawBook(rules, WORLD)
    for now in times:
        found = book.at(now).resolve(place, about)
        assert as_read(found) == as_read(resolve(place, about, rules, WORLD, now))


@MANY
@given(laws(), moments)
def test_a_page_never_outlives_the_law_it_was_made_under(rules, now):
    law = law_at(rules, WORLD, now)
    assert timedelta() < law.life(now) <= timedelta(seconds=300)
    assert law.ends_at is None or now + law.life(now) <= law.ends_at


def test_two_minutes_before_a_boundary_a_page_lives_two_minutes():
    from tests.legal.test_cases_of_the_law_engine import UND

    rule = replace(UND, ends_at=NOW + timedelta(minutes=2))
    assert law_at((rule,), WORLD, NOW).life(NOW) == timedelta(seconds=120)
    assert law_at((UND,), WORLD, NOW).life(NOW) == timedelta(seconds=300)
