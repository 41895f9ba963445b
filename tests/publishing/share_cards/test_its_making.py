"""The page is there first; the worker makes its card, once, and that is no news of the story."""

from datetime import timedelta

import pytest

from articles.models import CacheLedger, ShareCard, StoryVersion
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.republish import republish
from articles.publishing.sweep import sweep
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_the_page_is_there_first_and_the_worker_makes_its_card(story, now):
    publish(story, actor=SYSTEM, now=now)
    assert (on_air(story).share_card, on_air(story).share_card_due_at) == ("", now)
    sweep(now)
    row = on_air(story)
    assert is_there(row.share_card)
    assert row.share_card_due_at is None
    assert ShareCard.objects.get().file == row.share_card


def test_it_makes_no_version_and_no_news_of_the_story(story, carded, now):
    row = on_air(story)
    assert StoryVersion.objects.filter(story=story).count() == 1
    assert row.revised_at == row.published_at == now
    assert f"story-{story.pk}" in str(CacheLedger.objects.order_by("-pk").first().tags)


def test_it_is_made_once(story, carded, now):
    assert complete_cards(now + DAY) == 0
    republish(on_air(story), actor=SYSTEM, now=now + HOUR, reason="A caption was mended")
    assert on_air(story).share_card == carded
    assert complete_cards(now + DAY) == 0


def test_a_storage_that_is_away_is_tried_again_and_keeps_nobody_else(
    story, make_story, now, monkeypatch
):
    from articles.publishing import complete_cards as module

    publish(story, actor=SYSTEM, now=now)
    other = make_story(headline="Elsewhere", section=None)
    publish(other, actor=SYSTEM, now=now)
    made = module.drawn

    def failing(plan):
        if plan.ground:
            raise OSError("away")
        return made(plan)

    monkeypatch.setattr(module, "drawn", failing)
    assert complete_cards(now) == 1
    assert on_air(other).share_card
    assert on_air(story).share_card_due_at == now + module.RETRY


def test_two_stories_with_the_same_words_have_files_of_their_own(make_story, now):
    names = set()
    for _number in range(2):
        one = make_story()
        publish(one, actor=SYSTEM, now=now)
        complete_cards(now)
        names.add(on_air(one).share_card)
    assert len(names) == 2


def test_a_correction_keeps_the_card(story, carded, cast, now):
    correct(story, actor=cast.desk_editor, now=now, text="A name was misspelt.")
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert on_air(story).share_card == carded
