"""A card says what its page says: the headline of now, breaking while it is, or nothing."""

from datetime import timedelta

import pytest

from articles.imaging.cards import bidi
from articles.models import ShareCard
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish
from articles.publishing.tidy_files import tidy_folder
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_a_new_headline_has_a_new_card_and_pages_in_hand_keep_theirs_for_a_day(
    story, carded, cast, now
):
    story.headline = "The river falls"
    story.save()
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert on_air(story).share_card == ""
    complete_cards(now + HOUR)
    assert on_air(story).share_card != carded
    assert is_there(carded)
    assert tidy_folder(carded[:2], now + 5 * HOUR) == 0
    # Files are aged by the clock of the machine.
    ShareCard.objects.filter(file=carded).delete()
    from django.utils import timezone

    assert tidy_folder(carded[:2], timezone.now() + 2 * DAY) >= 1
    assert not is_there(carded)
    assert is_there(on_air(story).share_card)


def test_breaking_is_said_as_long_as_it_is(story, now, django_capture_on_commit_callbacks):
    story.breaking_until = now + HOUR
    story.save()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    row = on_air(story)
    assert row.share_card_due_at == now + HOUR
    with django_capture_on_commit_callbacks(execute=True):
        assert complete_cards(now + HOUR) == 1
    assert on_air(story).share_card != row.share_card
    assert on_air(story).share_card_due_at is None
    assert not is_there(row.share_card)


def test_what_no_font_has_leaves_the_page_with_the_bare_photo(make_story, now):
    story = make_story(headline="The river 🚨 rises")
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
    assert on_air(story).share_card_due_at is None


def test_so_does_a_machine_that_cannot_order_right_to_left_text(
    make_story, persian, now, monkeypatch
):
    monkeypatch.setattr(bidi, "library", lambda: None)
    story = make_story(persian, headline="رود")
    publish(story, actor=SYSTEM, now=now)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
