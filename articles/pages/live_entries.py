"""Entries of live coverage, from their published documents to what templates print."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from articles.models.published import PublishedStory
from articles.models.published_entry import PublishedEntry
from articles.models.service import LanguageService
from articles.pages.addresses import entry_path
from articles.pages.figure import figure_of
from articles.pages.live_shapes import Entry, EntryNote, KeyEvent
from articles.pages.moments import clock_and_day, moment_of
from articles.pages.reader import Reader
from articles.pages.spots import INLINE


def entry_of(
    row: PublishedEntry, story: PublishedStory, service: LanguageService, reader: Reader
) -> Entry:
    path = entry_path(service.slug, story.slug, story.pk, row.pk)
    clock, day = clock_and_day(row.posted_at, service)
    said: dict[str, Any] = {
        "id": row.pk, "at": f"{row.posted_at.timestamp():.3f}", "url": reader.carry(path),
        "iso": moment_of(row.posted_at, service).iso, "clock": clock, "day": day,
        "is_removed": row.is_removed,
    }  # fmt: skip
    document = row.document
    if row.is_removed:
        return Entry(**said, mark=_mark(row, ""), removal_note=document.get("removal_note", ""))
    figure = figure_of(document["photo"], INLINE, reader.now)
    return Entry(
        **said,
        mark=_mark(row, figure.src if figure else ""),
        headline=document["headline"],
        html=mark_safe(document["html"]),  # noqa: S308  cleaned on the way in
        figure=figure,
        credit=(document["credit"] or {}).get("name", ""),
        is_person=(document["credit"] or {}).get("kind") == "person",
        correction=_correction(document, service),
        is_key_event=row.is_key_event,
        is_pinned=row.is_pinned,
    )


def with_days(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Each day told once; of what is pinned above them, if it is not the newest entry's."""
    stream = [entry for entry in entries if not entry.is_pinned]
    newest = stream[0].day if stream else ""
    above = dict(
        zip([entry.id for entry in stream], ["", *(one.day for one in stream)], strict=False)
    )
    return tuple(
        replace(entry, is_new_day=entry.day != above.get(entry.id, newest)) for entry in entries
    )


def key_events_of(entries: Sequence[Entry], on_page: set[int]) -> tuple[KeyEvent, ...]:
    """To what stands on the same page, a jump; else to its own address."""
    above = ["", *(entry.day for entry in entries)]
    return tuple(
        KeyEvent(
            entry.id,
            entry.headline,
            f"#entry-{entry.id}" if entry.id in on_page else entry.url,
            entry.iso,
            entry.clock,
            entry.day if entry.day != day else "",
        )
        for entry, day in zip(entries, above, strict=False)
    )


def _mark(row: PublishedEntry, picture: str) -> str:
    """A picture whose rights end leaves without any change of the row."""
    said = [row.document, row.is_key_event, row.is_pinned, row.is_removed, picture]
    text = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()


def _correction(document: dict[str, Any], service: LanguageService) -> EntryNote | None:
    if not document["correction"] or not document["corrected_at"]:
        return None
    when = datetime.fromisoformat(document["corrected_at"])
    return EntryNote(gettext("Correction"), moment_of(when, service), document["correction"])
