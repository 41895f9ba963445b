"""A story on air that lacks its share card gets it: one a round, the newest first."""

from datetime import timedelta

import pytest

from articles.models import ShareCard
from articles.models.photo import public_storage
from articles.publishing import complete_cards as worker
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from tests.publishing.share_cards.readers import on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)


def test_stories_from_before_there_were_cards_get_them_one_a_round_the_newest_first(old, now):
    stories = [old(f"Old {days}", days * DAY) for days in (3, 1, 2)]
    made = []
    for _round in range(3):
        assert complete_cards(now) == 1
        made += [one.headline for one in stories if on_air(one).share_card and one not in made]
    assert list(dict.fromkeys(made)) == ["Old 1", "Old 2", "Old 3"]
    assert all(public_storage().exists(on_air(one).share_card) for one in stories)
    assert complete_cards(now) == 0


def test_what_is_due_comes_before_what_is_missing(old, story, now):
    missing = old()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    assert on_air(story).share_card
    assert not on_air(missing).share_card
    complete_cards(now)
    assert on_air(missing).share_card


def test_two_workers_do_not_make_the_same_one(old, now, monkeypatch):
    story, made = old(), worker.drawn

    def slowly(plan):
        monkeypatch.setattr(worker, "drawn", made)
        assert complete_cards(now) == 0
        return made(plan)

    monkeypatch.setattr(worker, "drawn", slowly)
    assert complete_cards(now) == 1
    assert ShareCard.objects.filter(story=story).count() == 1


def test_a_story_that_left_the_air_gets_none(old, cast, now):
    story = old()
    unpublish(story, actor=cast.service_chief, now=now)
    assert complete_cards(now + DAY) == 0
    assert not ShareCard.objects.exists()
