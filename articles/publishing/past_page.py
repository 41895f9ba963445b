"""The document of a page of the past: the words that were kept of it, the library's files of today.

No file is shown that may not be shown today, and who is protected today is named as today.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from articles.models import Contributor, LanguageService, Photo
from articles.publishing.credits import public_credit
from articles.publishing.document import build_card, build_credits, build_document, publisher_of
from articles.publishing.photo_document import (
    GONE,
    Document,
    Photos,
    describe_photo,
    photos_of,
    without_files,
)
from articles.publishing.snapshot import Content
from articles.text.redact import pattern_of, redact
from articles.vocabularies import BylinePolicy, CreditRole

HIDDEN = "█████"


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
    content: Content, service: LanguageService, words: Document, *, today: datetime
) -> Past:
    """``words`` as they were kept; empty for a version from before anything was."""
    publisher = publisher_of(content, service)
    kept = {int(key): photo for key, photo in words.get("photos", {}).items()}
    names = names_then(words.get("bylines", ()), service)
    hidden = {one.hides for one in names} - {""}
    kept = {key: _without_names(photo, hidden) for key, photo in kept.items()}
    library = photos_of(content, service, today, _also(publisher, kept))
    photos = photos_then(library.described, kept) if "photos" in words else library.described
    library = Photos(photos, library.cards, library.changes)
    bylines = [one.credit for one in names if one.credit]
    if "bylines" not in words:
        bylines = [credit.as_dict() for credit in build_credits(content, service)]
    document = build_document(content, service, library, publisher, bylines)
    document |= _without_names({"byline_override": document["byline_override"]}, hidden)
    document |= {"topics": words["topics"]} if "topics" in words else {}
    if words.get("publisher"):
        document["publisher"] = _publisher(words["publisher"], photos)
    unseen = {key for key, one in kept.items() if not one.get("gone") and "gone" in photos[key]}
    lacks = tuple(name for name in ("photos", "bylines") if name not in words)
    card = build_card(content, document, library)
    return Past(document, card, frozenset(photos), frozenset(unseen), len(hidden), lacks)


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


def _without_names(words: Document, hidden: Collection[str]) -> Document:
    """An override, a credit or a caption may say it, too."""
    told = dict(words)
    for key, value in words.items():
        if isinstance(value, str) and any(name in value for name in hidden):
            told[key] = redact(value, pattern_of(hidden), HIDDEN)
    return told


@dataclass(frozen=True)
class NameThen:
    """``hides``: the name of somebody protected since, who is named as today."""

    credit: Document | None
    hides: str = ""


def names_then(kept: Collection[Document], service: LanguageService) -> list[NameThen]:
    """Credits as they stood, in their order."""
    people = Contributor.objects.prefetch_related("names")
    found = people.in_bulk({one["contributor"] for one in kept if one.get("contributor")})
    return [_name_then(one, found.get(one.get("contributor") or 0), service) for one in kept]


def _name_then(kept: Document, person: Contributor | None, service: LanguageService) -> NameThen:
    then: Document = {"role": CreditRole.AUTHOR.value, "as_source": "", "slug": ""} | kept
    then.pop("contributor", None)
    credit = public_credit(person, then["role"], service) if person else None
    if person is None or person.byline_policy == BylinePolicy.OWN_NAME:
        return NameThen(then | {"slug": credit.slug if credit else ""})
    today = credit.as_dict() if credit else None
    is_same = credit is not None and credit.name == kept["name"]
    return NameThen(today, "" if is_same else kept["name"])


def _also(publisher: Contributor | None, kept: Mapping[int, Document]) -> list[int]:
    portrait = publisher.portrait_id if publisher else None
    return [*kept, *([portrait] if portrait else [])]


def _publisher(kept: Document, photos: Mapping[int, Document]) -> Document:
    picture = photos.get(kept["photo"] or 0)
    shown = picture if picture and "gone" not in picture else None
    return {"name": kept["name"], "description": kept["description"], "picture": shown}
