"""Keep what a page took from the library, so that it can be shown later as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from articles.models import KeptEntry, KeptWords, LiveEntry, PublishedEntry, StoryVersion
from articles.publishing.credits import Credit
from articles.publishing.photo_document import Document

# Of a photo in a document. Files are never kept: a kill must not leave an address behind.
PHOTO = (
    "caption", "alt", "credit", "creator", "copyright_notice", "licence_url", "is_decorative",
    "until", "gone",
)  # fmt: skip
FLAGS = ("posted_at", "changed_at", "is_key_event", "is_pinned", "is_removed", "is_silent")
AT_ONCE = 500


def keep_words(version: StoryVersion, words: Document) -> None:
    """Once for each version that goes on air."""
    KeptWords.objects.create(version=version, words=words)


def words_of(
    document: Document, photos: Mapping[int, Document], credits: Iterable[tuple[int, Credit]]
) -> Document:
    """``credits`` with the ids of the contributors: whom to protect is asked again later."""
    publisher = document["publisher"]
    return {
        "photos": {str(key): photo_words(photo) for key, photo in photos.items()},
        "bylines": [
            {
                "contributor": person, "role": credit.role, "kind": credit.kind,
                "name": credit.name, "as_source": credit.as_source,
            }
            for person, credit in credits
        ],
        "publisher": publisher and {
            "name": publisher["name"], "description": publisher["description"],
            "photo": (publisher["picture"] or {}).get("photo"),
        },
        "topics": document["topics"],
    }  # fmt: skip


def photo_words(photo: Document) -> Document:
    return {name: photo[name] for name in PHOTO if name in photo}


def keep_entries(
    rows: Iterable[PublishedEntry],
    before: Mapping[int, PublishedEntry],
    people: Mapping[int, int | None],
    *,
    now: datetime,
) -> None:
    """Those whose words or marks differ from what readers had ``before``.

    ``people``: whom the credit of each entry stands for.
    """
    made = (
        KeptEntry(
            entry_id=row.pk, kept_at=now, document=_entry_words(row, people.get(row.pk)),
            **{name: getattr(row, name) for name in FLAGS},
        )
        for row in rows
        if not _is_as_before(row, before.get(row.pk))
    )  # fmt: skip
    KeptEntry.objects.bulk_create(made, batch_size=AT_ONCE)


def credited_in(entries: Iterable[LiveEntry]) -> dict[int, int | None]:
    return {entry.pk: entry.contributor_id for entry in entries}


def _is_as_before(row: PublishedEntry, before: PublishedEntry | None) -> bool:
    if before is None or any(getattr(row, name) != getattr(before, name) for name in FLAGS):
        return False
    return _entry_words(row, None) == _entry_words(before, None)


def _entry_words(row: PublishedEntry, person: int | None) -> Document:
    document: Document = dict(row.document)
    if photo := document.get("photo"):
        document["photo"] = {"photo": photo["photo"]} | photo_words(photo)
    if credit := document.get("credit"):
        document["credit"] = credit | {"contributor": person}
    return document
