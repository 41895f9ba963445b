"""Where words of a story are kept: everything that a redaction has to look through.

A new table with words of stories belongs in this list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern
from typing import Any
from urllib.parse import parse_qsl

from django.db.models import Model, Q, QuerySet

from articles.models import (
    Announcement,
    BreakingAlert,
    Correction,
    EditorialLog,
    Front,
    FrontVersion,
    KeptEntry,
    KeptWords,
    LiveEntry,
    LiveEntryVersion,
    OwnView,
    Photo,
    PhotoLease,
    PhotoText,
    PreviewLink,
    PublishedEntry,
    Story,
    StoryComment,
    StoryDraft,
    StoryPhoto,
    StoryVersion,
)
from articles.text.body import photo_ids

WORKING_COPY = (
    "kicker", "headline", "standfirst", "slug", "slugline", "dateline", "body", "byline_override",
    "ed_note", "video_url", "imported",
)  # fmt: skip
VERSION = ("content", "reason", "name")
LIBRARY = ("caption", "alt_text")
PHOTO = (
    "title", "creator", "credit", "source", "copyright_notice", "usage_terms", "permission_note",
    "place",
)  # fmt: skip
ENTRY = ("headline", "text", "correction", "removal_note")


# Under these keys of data stand words; everything else is a term, a number or an address of ours.
WORDS = frozenset({
    "headline", "standfirst", "kicker", "body", "dateline", "slugline", "byline_override",
    "ed_note", "video_url", "caption_override", "text", "html", "caption", "alt", "alt_text",
    "title", "source", "credit", "correction", "removal_note", "reason", "note", "quote",
    "name", "as_source", "description", "creator", "copyright_notice",
})  # fmt: skip


def words_in(field: str) -> frozenset[str] | None:
    """None: all of it, as an agency's own names of fields are not ours."""
    return None if field == "imported" else WORDS


@dataclass(frozen=True)
class Kept:
    """``fields`` of the ``rows`` hold text, HTML or data; ``name`` says where, at the desk."""

    name: str
    rows: QuerySet[Any]
    fields: tuple[str, ...]


def kept_of(story: Story) -> tuple[Kept, ...]:
    strips = BreakingAlert.objects.filter(story=story)
    photos = photos_of(story)
    own = Q(noun="story", noun_id=story.pk) | Q(noun="photo", noun_id__in=photos)
    raised = Q(noun="breakingalert", noun_id__in=list(strips.values_list("pk", flat=True)))
    return (
        Kept("working copy", Story.objects.filter(pk=story.pk), WORKING_COPY),
        Kept("versions", StoryVersion.objects.filter(story=story), VERSION),
        Kept("photos", StoryPhoto.objects.filter(story=story), ("caption_override",)),
        Kept("photo library", PhotoText.objects.filter(photo__in=photos), LIBRARY),
        Kept("photo library", Photo.objects.filter(pk__in=photos), PHOTO),
        Kept("photo library", PhotoLease.objects.filter(photo__in=photos), ("note",)),
        Kept("corrections", Correction.objects.filter(story=story), ("text",)),
        Kept("comments", StoryComment.objects.filter(story=story), ("quote", "text")),
        Kept("live entries", LiveEntry.objects.filter(story=story), ENTRY),
        Kept("earlier entries", LiveEntryVersion.objects.filter(entry__story=story), ("content",)),
        Kept("entries on air", PublishedEntry.objects.filter(on_air=story.pk), ("document",)),
        Kept("pages of before", KeptWords.objects.filter(version__story=story), ("words",)),
        Kept("entries of before", KeptEntry.objects.filter(entry__story=story), ("document",)),
        Kept("strips", strips, ("text",)),
        Kept("preview links", PreviewLink.objects.filter(story=story), ("for_whom",)),
        Kept("drafts", StoryDraft.objects.filter(story=story), ("fields",)),
        Kept("messages", Announcement.objects.filter(story=story), ("text",)),
        Kept("log", EditorialLog.objects.filter(own | raised), ("reason", "details")),
    )


def photos_of(story: Story) -> set[int]:
    """Every photo that the story, a version of it or an entry has ever shown."""
    found = set(story.story_photos.values_list("photo_id", flat=True))
    entries = story.live_entries.exclude(photo=None)
    found |= {number for number in entries.values_list("photo_id", flat=True) if number}
    for content in story.versions.values_list("content", flat=True):
        found |= {row["photo_id"] for row in content["photos"]} | set(photo_ids(content["body"]))
    return found


def shared_words(story: Story, photos: set[int]) -> Iterator[tuple[KeptWords | KeptEntry, str]]:
    """Pages of before of other stories that show one of the ``photos``, with the field that holds
    the words; only those of the photos are this story's matter, too."""
    if not photos:
        return
    has = Q(words__photos__has_any_keys=[str(key) for key in sorted(photos)])
    pages = KeptWords.objects.filter(has).exclude(version__story=story)
    for page in pages.order_by("pk").iterator(chunk_size=100):
        yield page, "words"
    entries = KeptEntry.objects.filter(document__photo__photo__in=sorted(photos))
    for entry in entries.exclude(entry__story=story).order_by("pk").iterator(chunk_size=100):
        yield entry, "document"


def photos_in(value: dict[str, Any], photos: set[int]) -> dict[str, Any]:
    """The part of a shared page of before that is about the ``photos``."""
    if "photos" in value:
        told = value["photos"].items()
        return {"photos": {key: one for key, one in told if int(key) in photos}}
    return {"photo": value["photo"]}


def own_views_saying(passages: Pattern[str]) -> list[int]:
    """Views of the story list, whoever keeps them, that say it in their name or their address."""
    views = OwnView.objects.only("name", "query").order_by("pk")
    return [view.pk for view in views.iterator(chunk_size=500) if _says(view, passages)]


def _says(view: OwnView, passages: Pattern[str]) -> bool:
    said = (view.name, *(value for _name, value in parse_qsl(view.query)))
    return any(passages.search(one) for one in said)


def each_value(story: Story) -> Iterator[tuple[str, Model, str, Any]]:
    """Place, row, field and value of everything that is kept."""
    for kept in kept_of(story):
        for row in kept.rows.order_by("pk").iterator(chunk_size=100):
            for field in kept.fields:
                yield kept.name, row, field, getattr(row, field)
    for front in Front.objects.filter(service=story.service_id):
        yield "front", front, "draft", [card for card in front.draft if card["story"] == story.pk]
    for version in FrontVersion.objects.filter(front__service=story.service_id):
        cards = [card for card in version.content if card["story"] == story.pk]
        yield "earlier front", version, "content", cards
    photos = photos_of(story)
    for shared, field in shared_words(story, photos):
        yield "pages of before", shared, field, photos_in(getattr(shared, field), photos)
