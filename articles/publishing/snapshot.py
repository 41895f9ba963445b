"""The working copy as data, and back: what a StoryVersion holds.

``content`` is the snapshot's name in every signature: a JSON-ready dict with the keys of
``TEXT_FIELDS`` and ``ROW_FIELDS`` below, ids for what belongs to the library.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from articles.models import Byline, Correction, Story, StoryPhoto

Content = dict[str, Any]

PLAIN_FIELDS = (
    "kicker", "headline", "standfirst", "slug", "slugline", "dateline", "body",
    "byline_override", "countries", "urgency", "story_type", "ed_note",
)  # fmt: skip
ID_FIELDS = ("section_id", "publisher_id")
TIME_FIELDS = ("breaking_until", "embargo_until")
# Kept only where they say something: what was approved before they existed is the same text.
SELDOM_FIELDS = ("video_url",)
SELDOM_TIMES = ("developing_until",)


def snapshot(story: Story) -> Content:
    content: Content = {field: getattr(story, field) for field in PLAIN_FIELDS + ID_FIELDS}
    content |= {field: moment_text(getattr(story, field)) for field in TIME_FIELDS}
    content |= {field: value for field in SELDOM_FIELDS if (value := getattr(story, field))}
    content |= {
        field: moment_text(value) for field in SELDOM_TIMES if (value := getattr(story, field))
    }
    content["topics"] = sorted(story.topics.values_list("id", flat=True))
    content["bylines"] = list(
        story.bylines.order_by("position", "id").values("contributor_id", "role", "position")
    )
    content["photos"] = list(
        story.story_photos.order_by("position", "id").values(
            "photo_id", "role", "caption_override", "position", "crop"
        )
    )
    content["corrections"] = [
        {"kind": row.kind, "text": row.text, "corrected_at": moment_text(row.corrected_at)}
        for row in story.corrections.order_by("corrected_at", "id")
    ]
    return content


def content_hash(content: Content) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    # Hostile text may carry lone surrogates, which UTF-8 alone cannot encode.
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def apply(content: Content, story: Story) -> None:
    """Write ``content`` into the working copy (the caller holds the row's lock)."""
    for field in PLAIN_FIELDS + ID_FIELDS:
        setattr(story, field, content[field])
    for field in TIME_FIELDS:
        setattr(story, field, _moment(content[field]))
    for field in SELDOM_FIELDS:
        setattr(story, field, content.get(field, ""))
    for field in SELDOM_TIMES:
        setattr(story, field, _moment(content.get(field)))
    story.save()
    story.topics.set(content["topics"])
    story.bylines.all().delete()
    Byline.objects.bulk_create(Byline(story=story, **row) for row in content["bylines"])
    story.story_photos.all().delete()
    StoryPhoto.objects.bulk_create(StoryPhoto(story=story, **row) for row in content["photos"])
    story.corrections.all().delete()
    Correction.objects.bulk_create(
        Correction(story=story, **row | {"corrected_at": _moment(row["corrected_at"])})
        for row in content["corrections"]
    )


def moment_text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
