"""What goes out without a reader asking knows no place: it carries every warning."""

from dataclasses import replace
from datetime import timedelta

from articles.legal.facets import Facets
from articles.legal.pushed import resolve_pushed
from articles.legal.rules import Target
from tests.legal.making import NOW, rule

STORY = Facets(service="en", language="en", stories=frozenset({"7"}))
WARNING = rule(1, kind="reader_warning", regions=("RU",), reach="matched")
ORDER = rule(2, kind="withheld", regions=("GB",), targets={"story": Target(frozenset({"7"}))})


def test_every_warning_goes_along_whatever_its_region():
    assert resolve_pushed(STORY, [WARNING], NOW).warnings == (WARNING,)


def test_a_warning_for_another_service_does_not():
    other = replace(WARNING, targets=WARNING.targets | {"service": Target(frozenset({"kk"}))})
    assert resolve_pushed(STORY, [other], NOW).warnings == ()


def test_a_withheld_story_is_left_out_unless_its_order_lets_it_go():
    assert resolve_pushed(STORY, [ORDER], NOW).is_dropped
    carried = resolve_pushed(STORY, [replace(ORDER, when_pushed="carry")], NOW)
    assert not carried.is_dropped
    assert [one.version_id for one in carried.restrictions] == [2]


def test_one_strict_order_is_enough():
    lenient = replace(ORDER, version_id=3, when_pushed="carry")
    assert resolve_pushed(STORY, [lenient, ORDER], NOW).is_dropped


def test_an_order_against_another_story_or_one_that_is_over_holds_nothing_back():
    over = replace(ORDER, ends_at=NOW - timedelta(seconds=1))
    assert not resolve_pushed(STORY, [over], NOW).is_dropped
    assert not resolve_pushed(replace(STORY, stories=frozenset({"8"})), [ORDER], NOW).is_dropped
