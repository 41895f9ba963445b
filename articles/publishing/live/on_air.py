"""Entries as readers get them: names under the byline policy, photos as rights allow, now.

Called when one is posted, and for all of them whenever their story goes on air again: a killed
photo or a protected name leaves them as it leaves the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import (
    Contributor,
    LanguageService,
    LiveCoverage,
    LiveEntry,
    Photo,
    PublishedEntry,
    PublishedPhoto,
    PublishedStory,
)
from articles.publishing.credits import public_credit
from articles.publishing.keep_words import credited_in, keep_entries
from articles.publishing.photo_document import Document, describe_photo
from articles.publishing.rights import rights_change
from articles.text.body import photo_ids
from articles.text.marked import marked_to_html
from articles.vocabularies import CreditRole, EntryStatus, StoryType

AT_ONCE = 500


@dataclass(frozen=True)
class Library:
    """What entries refer to, fetched once for all of them."""

    service: LanguageService
    at: datetime
    photos: Mapping[int, Photo]
    people: Mapping[int, Contributor]


def library_of(entries: Iterable[LiveEntry], service: LanguageService, at: datetime) -> Library:
    entries = list(entries)
    photos = Photo.objects.prefetch_related("texts", "renditions", "leases")
    people = Contributor.objects.prefetch_related("names")
    return Library(
        service=service,
        at=at,
        photos=photos.filter(killed_at=None).in_bulk({e.photo_id for e in entries} - {None}),
        people=people.in_bulk({e.contributor_id for e in entries} - {None}),
    )


def put_entry_on_air(entry: LiveEntry, on_air: PublishedStory, *, now: datetime) -> None:
    """One entry; the caller holds the story's lock and writes the ledger."""
    shown = [entry] if entry.status == EntryStatus.ON_AIR else []
    library = library_of(shown, on_air.service, now)
    row = row_of(entry, library)
    fields = {
        name: getattr(row, name)
        for name in ("posted_at", "changed_at", "is_key_event", "is_pinned", "is_removed",
                     "is_silent", "document")
    }  # fmt: skip
    before = PublishedEntry.objects.filter(entry=entry)
    left = set(before.values_list("document__photo__photo", flat=True)) - {None, *library.photos}
    keep_entries([row], before.in_bulk(), credited_in([entry]), now=now)
    PublishedEntry.objects.update_or_create(entry=entry, defaults={"on_air": on_air} | fields)
    _note_photos(on_air, library)
    _forget_photos(on_air, left)


def put_entries_on_air(on_air: PublishedStory, *, now: datetime) -> None:
    """All entries of the story, resolved anew; none where it is no live story (any more)."""
    before = on_air.entries.in_bulk()
    on_air.entries.all().delete()
    if on_air.story_type != StoryType.LIVE:
        return
    entries = list(
        LiveEntry.objects.filter(story_id=on_air.pk, posted_at__isnull=False).exclude(
            status=EntryStatus.DRAFT
        )
    )
    shown = [entry for entry in entries if entry.status == EntryStatus.ON_AIR]
    library = library_of(shown, on_air.service, now)
    rows = [row_of(entry, library, on_air) for entry in entries]
    PublishedEntry.objects.bulk_create(rows, batch_size=AT_ONCE)
    keep_entries(rows, before, credited_in(entries), now=now)
    _note_photos(on_air, library)


def coverage_document(on_air_type: str, story_id: int) -> Document:
    """What a live story's document and its card say of the coverage; nothing for others."""
    if on_air_type != StoryType.LIVE:
        return {}
    ended = LiveCoverage.objects.filter(story_id=story_id).values_list("ended_at", flat=True)
    ended_at = ended.first()
    return {"coverage": {"ended_at": ended_at.isoformat() if ended_at else None}}


def row_of(
    entry: LiveEntry, library: Library, on_air: PublishedStory | None = None
) -> PublishedEntry:
    """The entry as readers get it; nothing is stored."""
    removed = entry.status == EntryStatus.REMOVED
    return PublishedEntry(
        entry=entry,
        on_air=on_air,
        posted_at=entry.posted_at or entry.changed_at,
        changed_at=entry.changed_at,
        is_key_event=entry.is_key_event and not removed,
        is_pinned=entry.is_pinned and not removed,
        is_removed=removed,
        is_silent=removed and not entry.removal_note,
        document={"removal_note": entry.removal_note} if removed else _document(entry, library),
    )


def _document(entry: LiveEntry, library: Library) -> Document:
    return {
        "headline": entry.headline,
        "html": marked_to_html(entry.text),
        "photo": _photo(entry, library),
        "credit": _credit(entry, library),
        "correction": entry.correction,
        "corrected_at": entry.corrected_at.isoformat() if entry.corrected_at else None,
    }


def _photo(entry: LiveEntry, library: Library) -> Document | None:
    photo = library.photos.get(entry.photo_id or 0)
    return describe_photo(photo, library.service, library.at) if photo else None


def _credit(entry: LiveEntry, library: Library) -> dict[str, Any] | None:
    person = library.people.get(entry.contributor_id or 0)
    if person is None:
        return None
    credit = public_credit(person, CreditRole.AUTHOR, library.service)
    # The story stands on the pages of those whom its byline names: no link to any other.
    return {"kind": credit.kind, "name": credit.name} if credit else None


def _note_photos(on_air: PublishedStory, library: Library) -> None:
    """Beside those of the story itself: whoever kills a photo finds where it is seen."""
    PublishedPhoto.objects.bulk_create(
        [
            PublishedPhoto(
                on_air=on_air,
                photo=photo,
                until=rights_change(photo, library.service, library.at),
            )
            for photo in library.photos.values()
        ],
        update_conflicts=True,
        unique_fields=["on_air", "photo"],
        update_fields=["until"],
    )


def _forget_photos(on_air: PublishedStory, left: set[int]) -> None:
    """Photos that were taken out of an entry, unless they are seen elsewhere in the story."""
    if not left:
        return
    story = _own_photos(on_air)
    entries = LiveEntry.objects.filter(
        story_id=on_air.pk, status=EntryStatus.ON_AIR, photo__in=left
    )
    still = story | set(entries.values_list("photo_id", flat=True))
    on_air.shown_photos.filter(photo__in=left - still).delete()


def _own_photos(on_air: PublishedStory) -> set[int | None]:
    """Photos of the story itself, as its version on air has them."""
    content = on_air.version.content
    publisher = content["publisher_id"] or on_air.service.publisher_id or 0
    portraits = Contributor.objects.filter(pk=publisher).values_list("portrait_id", flat=True)
    uses = {use["photo_id"] for use in content["photos"]} | set(photo_ids(content["body"]))
    return uses | set(portraits)
