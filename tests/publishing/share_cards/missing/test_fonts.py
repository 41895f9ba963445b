"""A headline that fonts refused is tried again when they are others, and seldom else."""

from datetime import timedelta

import pytest

from articles.models import PublishedStory
from articles.models.photo import public_storage
from articles.publishing import complete_cards as worker
from articles.publishing import missing_cards
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish
from tests.publishing.share_cards.readers import on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
EMOJI = "The river 🚨 rises"


def test_a_headline_that_no_font_could_set_is_looked_at_again_when_the_fonts_are_others(
    make_story, now, monkeypatch, looks
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    for days in range(5):
        assert complete_cards(now + days * DAY) == 0
    assert looks == [story.pk]
    monkeypatch.setattr(missing_cards, "fonts_known", lambda: (True, True, ("NotoEmoji.ttf", 1)))
    assert complete_cards(now + 5 * DAY) == 0
    assert looks == [story.pk] * 2
    monkeypatch.setattr(missing_cards, "fonts_known", lambda: (True, True, ("NotoEmoji.ttf", 2)))
    make_settable(monkeypatch)
    assert complete_cards(now + 6 * DAY + HOUR) == 1
    assert public_storage().exists(on_air(story).share_card)


@pytest.fixture
def machine(monkeypatch):
    """One of several workers, each with fonts of its own."""

    def make(number):
        monkeypatch.setattr(missing_cards, "fonts_known", lambda: (number,))

    return make


@pytest.mark.parametrize("turns", [(1, 2), (1, 1, 2), (1, 2, 3)])
def test_machines_with_different_fonts_try_the_same_headline_a_few_times_a_day(
    turns, make_story, now, machine, looks
):
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    for hours in range(4 * 24):
        machine(turns[hours % len(turns)])
        assert complete_cards(now + hours * HOUR) == 0
    assert 4 <= len(looks) <= 4 * 2
    looks.clear()
    for number in turns * 5:
        machine(number)
        assert complete_cards(now + 4 * DAY) == 0
    assert len(looks) <= 2


@pytest.mark.parametrize("number", [1, 2])
def test_a_machine_that_is_left_alone_stops_trying(number, make_story, now, machine, looks):
    publish(make_story(headline=EMOJI), actor=SYSTEM, now=now)
    for other in (1, 2):
        machine(other)
        complete_cards(now)
    machine(number)
    for hours in range(0, 6 * 24, 5):
        assert complete_cards(now + hours * HOUR) == 0
    assert len(looks) <= 2 + 2
    assert PublishedStory.objects.get().share_card_refused == missing_cards.by_fonts()


def test_what_other_fonts_refused_is_set_at_once_by_the_machine_that_can(
    make_story, now, machine, monkeypatch
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    machine(1)
    assert complete_cards(now) == 0
    machine(2)
    make_settable(monkeypatch)
    assert complete_cards(now) == 1
    assert on_air(story).share_card_refused == ""


def test_new_fonts_are_tried_a_day_later_where_two_machines_had_refused(
    make_story, now, machine, monkeypatch
):
    story = make_story(headline=EMOJI)
    publish(story, actor=SYSTEM, now=now)
    for number in (1, 2):
        machine(number)
        assert complete_cards(now) == 0
    machine(3)
    make_settable(monkeypatch)
    assert complete_cards(now + 23 * HOUR) == 0
    assert complete_cards(now + 25 * HOUR) == 1
    assert public_storage().exists(on_air(story).share_card)


def make_settable(monkeypatch):
    plan = worker.plan_for

    def with_a_glyph(row, now):
        row.headline = "The river rises"
        return plan(row, now)

    monkeypatch.setattr(worker, "plan_for", with_a_glyph)
