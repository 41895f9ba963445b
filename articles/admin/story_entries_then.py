"""The entries of live coverage as they stood at a moment.

What was kept since entries are kept word for word; of older ones their versions, whose captions
and names are those of the library of today.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db.models import Max, QuerySet

from articles.models import (
    KeptEntry,
    LanguageService,
    LiveEntry,
    LiveEntryVersion,
    PublishedEntry,
    Story,
)
from articles.models.published_entry import MOST_KEY_EVENTS, MOST_PINNED, PAGE
from articles.publishing.keep_words import FLAGS
from articles.publishing.live.on_air import library_of, row_of
from articles.publishing.names_then import names_then, without_names
from articles.publishing.past_page import photo_then, seen_today
from articles.publishing.photo_document import Document
from articles.vocabularies import EntryStatus

NOT_THERE: Document = {"gone": ""}


@dataclass(frozen=True)
class EntriesThen:
    """``rows`` as a first page needs them; ``older``: some are from before entries were kept."""

    rows: list[PublishedEntry] = field(default_factory=list)
    unseen: frozenset[int] = frozenset()
    renamed: int = 0
    older: bool = False
    is_cut: bool = False


def entries_then(
    story: Story, at: datetime, *, today: datetime, hidden: Collection[str]
) -> EntriesThen:
    """``hidden``: the names that no photo of an entry says any more."""
    until = KeptEntry.objects.filter(entry__story=story, kept_at__lte=at)
    then = _as_kept(_kept(until), story.service, today)
    older = _versions(story, at, until)
    rows = [*then.rows, *_of_versions(older, story, today)]
    for row in rows:
        if photo := row.document.get("photo"):
            row.document["photo"] = without_names(photo, hidden)
    rows.sort(key=lambda row: (row.posted_at, row.pk), reverse=True)
    return replace(then, rows=rows, older=bool(older), is_cut=len(rows) > PAGE)


def _kept(until: QuerySet[KeptEntry]) -> list[KeptEntry]:
    """The newest row of each entry; of those, what a first page holds."""
    last = until.order_by().values("entry").annotate(last=Max("pk")).values("last")
    seen = KeptEntry.objects.filter(pk__in=last, is_silent=False).order_by("-posted_at", "-entry")
    return _first_page(seen, "is_pinned", "is_key_event")


def _versions(story: Story, at: datetime, kept: QuerySet[KeptEntry]) -> list[LiveEntryVersion]:
    """Of entries that were on air then and of which nothing was kept by then."""
    until = LiveEntryVersion.objects.filter(entry__story=story, created_at__lte=at)
    until = until.exclude(status=EntryStatus.DRAFT).exclude(entry__in=kept.values("entry"))
    last = until.order_by().values("entry").annotate(last=Max("pk")).values("last")
    seen = LiveEntryVersion.objects.filter(pk__in=last).select_related("entry")
    seen = seen.exclude(status=EntryStatus.REMOVED, content__removal_note="")
    seen = seen.order_by("-entry__posted_at", "-entry")
    return _first_page(seen, "content__is_pinned", "content__is_key_event")


def _first_page(rows: QuerySet[Any], pinned: str, key_event: str) -> list[Any]:
    wanted = [
        rows[: PAGE + 1],
        rows.filter(**{pinned: True})[:MOST_PINNED],
        rows.filter(**{key_event: True})[:MOST_KEY_EVENTS],
    ]
    return list({row.pk: row for some in wanted for row in some}.values())


def _as_kept(found: list[KeptEntry], service: LanguageService, today: datetime) -> EntriesThen:
    shown = {one.pk: key for one in found if (key := _photo_in(one))}
    library = seen_today(set(shown.values()), service, today)
    credited = [one for one in found if one.document.get("credit")]
    names = names_then([one.document["credit"] for one in credited], service)
    named = {one.pk: name.credit for one, name in zip(credited, names, strict=True)}
    unseen = {
        shown[one.pk] for one in found
        if one.pk in shown and not one.document["photo"].get("gone")
        and "gone" in library.get(shown[one.pk], NOT_THERE)
    }  # fmt: skip
    return EntriesThen(
        rows=[_row(one, library, named.get(one.pk)) for one in found],
        unseen=frozenset(unseen),
        renamed=sum(bool(name.hides) for name in names),
    )


def _photo_in(kept: KeptEntry) -> int:
    return int((kept.document.get("photo") or {}).get("photo") or 0)


def _row(
    kept: KeptEntry, library: Mapping[int, Document], credit: Document | None
) -> PublishedEntry:
    document = dict(kept.document)
    if key := _photo_in(kept):
        document["photo"] = photo_then(key, document["photo"], library.get(key))
    if not kept.is_removed:
        document["credit"] = credit
    flags = {name: getattr(kept, name) for name in FLAGS}
    return PublishedEntry(entry_id=kept.entry_id, document=document, **flags)


def _of_versions(
    versions: list[LiveEntryVersion], story: Story, today: datetime
) -> list[PublishedEntry]:
    """Their own words; of captions and names those of today."""
    entries = [_entry(version) for version in versions]
    library = library_of(entries, story.service, today)
    return [row_of(entry, library) for entry in entries]


def _entry(version: LiveEntryVersion) -> LiveEntry:
    content, entry = version.content, version.entry
    return LiveEntry(
        pk=entry.pk, status=version.status, posted_at=entry.posted_at,
        changed_at=version.created_at,
        corrected_at=version.created_at if content["correction"] else None, **content,
    )  # fmt: skip
