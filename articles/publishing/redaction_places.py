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
    BreakingAlert,
    Correction,
    EditorialLog,
    Front,
    FrontVersion,
    LiveEntry,
    LiveEntryVersion,
    PreviewLink,
    PublishedEntry,
    PublishedFront,
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
VERSION = ("content", "reason", "name")
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
        Kept("versions", StoryVersion.objects.filter(story=story), VERSION),
        Kept("photos", StoryPhoto.objects.filter(story=story), ("caption_override",)),
        Kept("corrections", Correction.objects.filter(story=story), ("text",)),
        Kept("comments", StoryComment.objects.filter(story=story), ("quote", "text")),
        Kept("live entries", LiveEntry.objects.filter(story=story), ENTRY),
        Kept("earlier entries", LiveEntryVersion.objects.filter(entry__story=story), ("content",)),
        Kept("entries on air", PublishedEntry.objects.filter(on_air=story.pk), ("document",)),
        *_on_fronts(story),
        Kept("preview links", PreviewLink.objects.filter(story=story), ("for_whom",)),
        Kept("drafts", StoryDraft.objects.filter(story=story), ("fields",)),
        Kept("messages", Announcement.objects.filter(story=story), ("text",)),
        Kept("log", log, ("reason", "details")),
    )


def _on_fronts(story: Story) -> tuple[Kept, ...]:
    """Cards may say it in other words; they are looked through for the whole service."""
    service = story.service_id
    return (
        Kept("fronts", Front.objects.filter(service=service), ("draft",)),
        Kept("earlier fronts", FrontVersion.objects.filter(front__service=service), ("content",)),
        Kept("fronts on air", PublishedFront.objects.filter(service=service), ("document",)),
        Kept("strips", BreakingAlert.objects.filter(story=story), ("text",)),
    )


def each_value(story: Story) -> Iterator[tuple[str, Model, str, Any]]:
    """Place, row, field and value of everything that is kept."""
    for kept in kept_of(story):
        for row in kept.rows.order_by("pk").iterator(chunk_size=100):
            for field in kept.fields:
                yield kept.name, row, field, getattr(row, field)
