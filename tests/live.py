"""Live coverage in tests: a live story on air, and entries for it."""

from __future__ import annotations

import uuid
from datetime import datetime

from articles.models import LiveEntry, PublishedStory, Story
from articles.publishing.actors import SYSTEM, Actor
from articles.publishing.live.post_entry import post_entry
from articles.publishing.live.words import Words
from articles.publishing.publish import publish


def go_live(story: Story, now: datetime) -> PublishedStory:
    story.story_type = "live"
    story.save()
    return publish(story, actor=SYSTEM, now=now)


def post(
    story: Story,
    text: str = "Something happened.",
    *,
    now: datetime,
    actor: Actor = SYSTEM,
    key: uuid.UUID | None = None,
    **words: object,
) -> LiveEntry:
    said = Words(text=text, **words)  # type: ignore[arg-type]
    return post_entry(story, key or uuid.uuid4(), said, actor=actor, now=now)
