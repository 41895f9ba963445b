"""A story that an order withholds somewhere has no card anywhere."""

from datetime import timedelta

import pytest

from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish
from articles.publishing.sweep import sweep
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)


def test_a_withheld_story_has_no_card_anywhere(
    story, carded, enforce, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        enforce("order", kind="withheld", regions=["GB"], story=story, reach="matched")
        sweep(now)
    assert not is_there(carded)
    assert on_air(story).share_card == ""
    assert complete_cards(now + 2 * DAY) == 0


def test_an_order_that_is_still_to_come_is_known(story, enforce, now):
    enforce(
        "order", kind="withheld", regions=["GB"], story=story, reach="matched",
        starts_at=now + 2 * DAY,
    )  # fmt: skip
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    assert on_air(story).share_card == ""


def test_an_order_against_a_section_or_a_service_reaches_their_cards(
    story, make_story, carded, enforce, politics, now
):
    other = make_story(headline="Elsewhere", section=None)
    publish(other, actor=SYSTEM, now=now)
    complete_cards(now)
    notice = enforce("unrelated", regions=["GB"])
    assert notice.pk
    assert on_air(story).share_card_due_at is None
    from articles.publishing import withheld_cards
    from articles.vocabularies import TargetDimension

    class Order:
        def target(self, dimension):
            from articles.legal.rules import Target

            wanted = {TargetDimension.SECTION.value: Target(frozenset({politics.slug}))}
            return wanted.get(dimension, Target())

    found = PublishedStory.objects.filter(withheld_cards.may_concern(Order()))
    assert [row.pk for row in found] == [story.pk]
