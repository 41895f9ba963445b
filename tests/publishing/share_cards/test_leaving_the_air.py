"""What readers may not see any more is on no card, and what comes back has one again."""

from datetime import timedelta

import pytest

from articles.models import CacheLedger, ShareCard
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.redact import ask_redaction, carry_out_redaction
from articles.publishing.unpublish import unpublish
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_a_withdrawn_story_has_no_card_on_disk_nor_at_an_edge(
    verb, story, carded, cast, now, django_capture_on_commit_callbacks
):
    story.headline = "Second words"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    second = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        verb(story, actor=cast.service_chief, now=now + HOUR, reason="An order")
    assert not is_there(carded)
    assert not is_there(second)
    assert not ShareCard.objects.exists()
    said = " ".join(str(row.tags) for row in CacheLedger.objects.filter(is_hard=True))
    for name in (carded, second):
        assert name.partition("/")[2].partition(".")[0] in said or name in said
    assert complete_cards(now + DAY) == 0


def test_a_card_that_is_being_made_when_its_story_is_killed_is_not_kept(
    story, cast, now, monkeypatch
):
    from articles.publishing import complete_cards as module

    publish(story, actor=SYSTEM, now=now)
    made = module.drawn

    def slowly(plan):
        kill(story, actor=cast.service_chief, now=now, reason="An order")
        return made(plan)

    monkeypatch.setattr(module, "drawn", slowly)
    assert complete_cards(now) == 0
    assert on_air(story).share_card == ""
    assert not ShareCard.objects.exists()


def test_a_redacted_headline_is_in_no_file(
    story, carded, cast, now, django_capture_on_commit_callbacks
):
    asked = ask_redaction(
        story, actor=cast.service_chief, now=now, reason="A court", passages=["river"]
    )
    with django_capture_on_commit_callbacks(execute=True):
        carry_out_redaction(asked, actor=cast.administrator, now=now)
    assert not is_there(carded)
    assert on_air(story).share_card == ""
    complete_cards(now)
    assert is_there(on_air(story).share_card)


def test_what_comes_back_on_air_has_its_card_again(story, carded, cast, now):
    unpublish(story, actor=cast.service_chief, now=now)
    publish(story, actor=SYSTEM, now=now + HOUR)
    assert complete_cards(now + HOUR) == 1
    assert is_there(on_air(story).share_card)
