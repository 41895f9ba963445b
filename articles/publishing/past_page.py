"""The document of a page of the past: the words that were kept of it, the library's files of today.

No file is shown that may not be shown today, and who is protected today is named as today.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from articles.models import Contributor, LanguageService, Photo
from articles.publishing.document import build_card, build_credits, build_document, publisher_of
from articles.publishing.names_then import names_then, without_names
from articles.publishing.photo_document import (
    GONE,
    Document,
    Photos,
    describe_photo,
    photos_of,
    without_files,
)
from articles.publishing.snapshot import Content


@dataclass
class Past:
    """``unseen``: photos that readers saw and nobody may see any more. ``renamed``: how many
    people were named otherwise then and are protected since. ``lacks``: what was not kept."""

    document: Document = field(default_factory=dict)
    card: Document = field(default_factory=dict)
    photos: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()
    renamed: int = 0
    lacks: tuple[str, ...] = ()


def past_page(
    content: Content,
    service: LanguageService,
    words: Document,
    *,
    today: datetime,
    hidden: Collection[str],
) -> Past:
    """``words`` as they were kept; empty for a version from before anything was. ``hidden``: the
    names that nothing of it says any more."""
    publisher = publisher_of(content, service)
    kept = {int(key): photo for key, photo in words.get("photos", {}).items()}
    names = names_then(words.get("bylines", ()), service)
    library = photos_of(content, service, today, _also(publisher, kept))
    photos = photos_then(library.described, kept) if "photos" in words else library.described
    photos = {key: without_names(photo, hidden) for key, photo in photos.items()}
    library = Photos(photos, library.cards, library.changes)
    bylines = [one.credit for one in names if one.credit]
    if "bylines" not in words:
        bylines = [credit.as_dict() for credit in build_credits(content, service)]
    document = build_document(content, service, library, publisher, bylines)
    document = _without_names(document, hidden)
    document |= {"topics": words["topics"]} if "topics" in words else {}
    if words.get("publisher"):
        document["publisher"] = _publisher(without_names(words["publisher"], hidden), photos)
    unseen = {key for key, one in kept.items() if not one.get("gone") and "gone" in photos[key]}
    lacks = tuple(name for name in ("photos", "bylines") if name not in words)
    card = build_card(content, document, library)
    renamed = len({one.hides for one in names} - {""})
    return Past(document, card, frozenset(photos), frozenset(unseen), renamed, lacks)


def photos_then(today: Mapping[int, Document], kept: Mapping[int, Document]) -> dict[int, Document]:
    """Each that stood there, with its words of then; what was killed by then is absent."""
    return {key: photo_then(key, words, today.get(key)) for key, words in kept.items()}


def photo_then(key: int, words: Document, today: Document | None) -> Document:
    """``today`` is None for what was killed: there is nothing but words."""
    if today is None:
        return words | without_files() | {"photo": key, "gone": words.get("gone", GONE)}
    gone = {"gone": GONE, **without_files()} if words.get("gone") else {}
    # Whatever the library does not allow today keeps its "gone", whatever was allowed then.
    return today | words | gone | ({"alt": ""} if "gone" in today else {})


def seen_today(keys: set[int], service: LanguageService, today: datetime) -> dict[int, Document]:
    """Photos of entries by the library of today; without those that were killed."""
    rows = Photo.objects.prefetch_related("texts", "renditions", "leases")
    found = rows.filter(pk__in=keys, killed_at=None)
    return {photo.pk: describe_photo(photo, service, today) for photo in found}


def _without_names(document: Document, hidden: Collection[str]) -> Document:
    """Where the story itself says them: in place of its bylines, and under photos in its text."""
    segments = [
        without_names(one, hidden) if one["kind"] == "photo" else one
        for one in document["segments"]
    ]
    return without_names(document, hidden) | {"segments": segments}


def _also(publisher: Contributor | None, kept: Mapping[int, Document]) -> list[int]:
    portrait = publisher.portrait_id if publisher else None
    return [*kept, *([portrait] if portrait else [])]


def _publisher(kept: Document, photos: Mapping[int, Document]) -> Document:
    picture = photos.get(kept["photo"] or 0)
    shown = picture if picture and "gone" not in picture else None
    return {"name": kept["name"], "description": kept["description"], "picture": shown}
