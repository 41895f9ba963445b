"""Freeze: the coverage has ended, and stands there as what it was; or it is resumed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles.caching import ledger
from articles.models import LiveCoverage, PublishedStory, Story
from articles.publishing.actors import Actor
from articles.publishing.live.deeds import on_air_of, open_story
from articles.publishing.live.on_air import coverage_document
from articles.publishing.permissions import Deed
from articles.publishing.record import log
from articles.publishing.touched import tags_of
from articles.vocabularies import Verb


def freeze(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    """No more posts; what is on air can still be corrected and removed."""
    _set(story, now, Verb.FREEZE, actor=actor, now=now, reason=reason)


def reopen(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    _set(story, None, Verb.REOPEN, actor=actor, now=now, reason=reason)


@transaction.atomic
def _set(
    story: Story, ended_at: datetime | None, verb: Verb, *, actor: Actor, now: datetime, reason: str
) -> None:
    story = open_story(story, Deed.POST_ENTRY, actor)
    on_air = on_air_of(story)
    coverage, _new = LiveCoverage.objects.get_or_create(story=story)
    if (coverage.ended_at is None) == (ended_at is None):
        return
    coverage.ended_at = ended_at
    coverage.save(update_fields=["ended_at"])
    _tell_readers(on_air)
    log(verb, story, actor=actor, now=now, service=story.service, reason=reason)
    # Cards say "Live", too: every list that shows the story.
    ledger.write(tags_of(story), now=now)


def _tell_readers(on_air: PublishedStory) -> None:
    said = coverage_document(on_air.story_type, on_air.pk)
    on_air.document, on_air.card = on_air.document | said, on_air.card | said
    on_air.save(update_fields=["document", "card"])
