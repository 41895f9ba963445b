"""An order takes a story's share card away, whenever it comes, and whatever it reaches it by."""

from datetime import timedelta

import pytest

from articles.models import (
    CacheLedger,
    EditorialLog,
    NoticeTarget,
    ShareCard,
    Topic,
)
from articles.publishing import complete_cards as worker
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.notices import approve, propose
from articles.publishing.publish import publish
from articles.publishing.tidy_files import withdraw_again
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def test_one_approved_while_the_first_card_is_drawn_is_obeyed(story, order, now, monkeypatch):
    publish(story, actor=SYSTEM, now=now)
    made = worker.drawn

    def slowly(plan):
        order(story=story)
        return made(plan)

    monkeypatch.setattr(worker, "drawn", slowly)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
    assert not ShareCard.objects.exists()
    monkeypatch.setattr(worker, "drawn", made)
    for hours in range(1, 60, 12):
        complete_cards(now + hours * HOUR)
    assert not ShareCard.objects.exists()


@pytest.mark.parametrize("added", ["topic", "section", "translation key"])
def test_a_story_that_comes_under_a_standing_order_loses_its_card_as_it_is_published(
    added,
    story,
    make_story,
    persian,
    carded,
    order,
    politics,
    cast,
    now,
    django_capture_on_commit_callbacks,
):
    if added == "topic":
        topic = Topic.objects.create(slug="trial", name="Trial")
        order(topics=["trial"])
        story.topics.add(topic)
    elif added == "section":
        # The kicker stands in the card in its place: the words stay the same.
        story.kicker = "Elsewhere"
        story.section = None
        story.save()
        publish(story, actor=SYSTEM, now=now)
        complete_cards(now)
        notice = order(topics=["none"])
        notice.targets.filter(dimension="topic").update(dimension="section", value=politics.slug)
        renewed(notice, cast, now)
        story.section = politics
    else:
        other = make_story(persian, headline="رود")
        order(story=other)
        story.translation_key = other.translation_key
    story.save()
    before = on_air(story).share_card
    assert is_there(before)
    with django_capture_on_commit_callbacks(execute=True):
        publish(story, actor=SYSTEM, now=now + HOUR)
    assert on_air(story).share_card == ""
    assert not is_there(before)
    assert not is_there(carded)
    for hours in range(1, 60, 12):
        complete_cards(now + hours * HOUR)
    assert on_air(story).share_card == ""


def renewed(notice, cast, now):
    """Its targets as they stand now are law."""
    proposed = propose(notice, actor=cast.legal_officer, now=now)
    return approve(proposed, actor=cast.second_legal_officer, now=now)


def test_the_same_story_published_again_is_looked_at_though_its_card_stays(story, carded, now):
    story.body = "<p>More of the same.</p>"
    story.save()
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert (on_air(story).share_card, on_air(story).share_card_due_at) == (carded, now + HOUR)
    assert complete_cards(now + HOUR) == 0
    assert (on_air(story).share_card, on_air(story).share_card_due_at) == (carded, None)


def test_the_card_goes_with_the_approval_and_waits_for_no_other(
    story, make_story, carded, order, now, django_capture_on_commit_callbacks
):
    for number in range(5):
        publish(make_story(headline=f"Waiting {number}"), actor=SYSTEM, now=now)
    with django_capture_on_commit_callbacks(execute=True):
        order(story=story)
    assert on_air(story).share_card == ""
    assert not is_there(carded)
    assert not ShareCard.objects.filter(story=story).exists()
    said = {tag for row in CacheLedger.objects.filter(is_hard=True) for tag in row.tags}
    assert "file-" + carded.replace("/", "").partition(".")[0] in said


def test_so_do_cards_that_were_replaced_by_none(
    story, carded, order, now, django_capture_on_commit_callbacks
):
    story.headline = "The river 🚨 rises"
    story.save()
    publish(story, actor=SYSTEM, now=now + HOUR)
    complete_cards(now + HOUR)
    assert is_there(carded)
    with django_capture_on_commit_callbacks(execute=True):
        order(story=story)
    assert not is_there(carded)


def test_other_stories_keep_theirs_and_so_does_an_exception(
    story, make_story, carded, cast, order, english, now, django_capture_on_commit_callbacks
):
    other = make_story(headline="Elsewhere")
    publish(other, actor=SYSTEM, now=now)
    complete_cards(now)
    kept = on_air(other).share_card
    notice = order(story=story)
    complete_cards(now)
    notice.targets.filter(dimension="story").delete()
    for value, is_exclude in ((english.slug, False), (str(other.pk), True)):
        NoticeTarget.objects.create(
            notice=notice,
            dimension="story" if is_exclude else "service",
            value=value,
            is_exclude=is_exclude,
        )
    with django_capture_on_commit_callbacks(execute=True):
        renewed(notice, cast, now)
    assert on_air(other).share_card == kept
    assert is_there(kept)
    assert on_air(story).share_card == ""


def test_what_a_crash_left_behind_is_found_by_the_log(story, carded, order, now):
    order(story=story)  # nothing runs at its commit
    assert is_there(carded)
    entry = EditorialLog.objects.get(noun="legalnotice", verb="approve")
    assert entry.details["files"] == [carded]
    # Files are aged by the clock of the machine.
    from django.utils import timezone

    EditorialLog.objects.filter(pk=entry.pk).update(happened_at=timezone.now() + HOUR)
    assert withdraw_again(now - DAY) == 1
    assert not is_there(carded)
