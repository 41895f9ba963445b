"""Where words of a story are kept: everything that a redaction has to look through.

A new table with words of stories belongs in this list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from articles.models import (
    Announcement,
    Correction,
    EditorialLog,
    LiveEntry,
    LiveEntryVersion,
    PublishedEntry,
    Story,
    StoryComment,
    StoryDraft,
    StoryPhoto,
    StoryVersion,
)

WORKING_COPY = (
    "kicker", "headline", "standfirst", "slug", "slugline", "dateline", "body", "byline_override",
    "ed_note", "imported",
)  # fmt: skip
ENTRY = ("headline", "text", "correction", "removal_note")


@dataclass(frozen=True)
class Kept:
    """``fields`` of the ``rows`` hold text, HTML or data; ``name`` says where, at the desk."""

    name: str
    rows: QuerySet[Any]
    fields: tuple[str, ...]


def kept_of(story: Story) -> tuple[Kept, ...]:
    log = EditorialLog.objects.filter(noun="story", noun_id=story.pk)
    return (
        Kept("working copy", Story.objects.filter(pk=story.pk), WORKING_COPY),
        Kept("versions", StoryVersion.objects.filter(story=story), ("content", "reason")),
        Kept("photos", StoryPhoto.objects.filter(story=story), ("caption_override",)),
        Kept("corrections", Correction.objects.filter(story=story), ("text",)),
        Kept("comments", StoryComment.objects.filter(story=story), ("quote", "text")),
        Kept("live entries", LiveEntry.objects.filter(story=story), ENTRY),
        Kept("earlier entries", LiveEntryVersion.objects.filter(entry__story=story), ("content",)),
        Kept("entries on air", PublishedEntry.objects.filter(on_air=story.pk), ("document",)),
        Kept("drafts", StoryDraft.objects.filter(story=story), ("fields",)),
        Kept("messages", Announcement.objects.filter(story=story), ("text",)),
        Kept("log", log, ("reason", "details")),
    )


def each_value(story: Story) -> Iterator[tuple[str, Model, str, Any]]:
    """Place, row, field and value of everything that is kept."""
    for kept in kept_of(story):
        for row in kept.rows.order_by("pk").iterator(chunk_size=100):
            for field in kept.fields:
                yield kept.name, row, field, getattr(row, field)
