"""The second pair of eyes at live coverage, where a service wants it."""

from __future__ import annotations

from datetime import datetime

from articles.models import LiveEntry, Story
from articles.publishing.actors import Actor, SystemActor, user_of
from articles.publishing.live.words import as_data
from articles.vocabularies import Verb


def wants_second_pair(story: Story, actor: Actor) -> bool:
    return story.service.four_eyes and not isinstance(actor, SystemActor)


def is_unread(entry: LiveEntry, story: Story, actor: Actor) -> bool:
    """Whether nobody but ``actor`` has read what ``entry`` says now: new, changed just now, or
    last changed by the same person."""
    if not wants_second_pair(story, actor):
        return False
    kept = LiveEntry.objects.filter(pk=entry.pk).first()
    if kept is None or as_data(kept) != as_data(entry):
        return True
    user = user_of(actor)
    return user is not None and kept.changed_by_id == user.pk


def noted_alone(story: Story, now: datetime) -> Verb:
    """It stands before the day's chief until looked over."""
    story.alone_at = story.alone_at or now
    story.save(update_fields=["alone_at"])
    return Verb.PUBLISH_ALONE
