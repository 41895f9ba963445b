"""A card that is missing never comes against an order, and at once when the order is over."""

from datetime import timedelta

import pytest

from articles.models import ShareCard
from articles.models.photo import public_storage
from articles.publishing import complete_cards as worker
from articles.publishing import missing_cards
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.notices import retire
from articles.publishing.publish import publish
from tests.publishing.share_cards.readers import on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_a_story_that_an_order_may_withhold_gets_none_and_is_not_looked_at_again(
    old, order, now, looks
):
    story = old()
    order(story=story, starts_at=now + 9 * DAY)
    for days in range(5):
        assert complete_cards(now + days * DAY) == 0
    assert looks == []
    assert on_air(story).share_card_due_at is None
    assert not ShareCard.objects.exists()


def test_an_order_approved_while_a_missing_card_is_drawn_is_obeyed(old, order, now, monkeypatch):
    story, made = old(), worker.drawn

    def slowly(plan):
        order(story=story)
        return made(plan)

    monkeypatch.setattr(worker, "drawn", slowly)
    assert complete_cards(now) == 0
    assert not ShareCard.objects.exists()
    monkeypatch.setattr(worker, "drawn", made)
    for hours in range(1, 60, 12):
        assert complete_cards(now + hours * HOUR) == 0
    assert not ShareCard.objects.exists()


@pytest.mark.parametrize("how", ["its end", "a decision"])
def test_when_the_order_is_over_the_card_comes_at_once(
    how, story, order, cast, now, django_capture_on_commit_callbacks
):
    publish(story, actor=SYSTEM, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        notice = order(story=story, ends_at=now + 2 * DAY if how == "its end" else None)
    complete_cards(now)
    assert on_air(story).share_card_due_at is None
    later = now + 2 * DAY
    if how == "a decision":
        later = now + HOUR
        with django_capture_on_commit_callbacks(execute=True):
            retire(notice, actor=cast.legal_officer, now=later, reason="Lifted")
    assert complete_cards(later) == 1
    assert public_storage().exists(on_air(story).share_card)


def test_what_one_order_leaves_another_still_takes(old, order, enforce, cast, now, looks):
    story = old()
    first = order(story=story)
    enforce("second", kind="withheld", regions=["DE"], reach="matched", story=story)
    complete_cards(now)
    retire(first, actor=cast.legal_officer, now=now + HOUR, reason="Lifted")
    assert complete_cards(now + HOUR) == 0
    assert complete_cards(now + DAY) == 0
    assert looks == []


def test_a_card_is_found_behind_those_that_an_order_withholds(old, order, now, looks, monkeypatch):
    monkeypatch.setattr(missing_cards, "FEW", 2)
    free = old("Free", 9 * DAY)
    for number in range(3):
        order(slug=f"order-{number}", story=old(f"Old {number}"))
    assert complete_cards(now) == 1
    assert looks == [free.pk]
