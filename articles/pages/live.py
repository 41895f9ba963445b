"""Live coverage: the story's page with its entries, and what pages that are open ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext

from articles.legal.resolve import Resolution
from articles.models.published_entry import MOST_KEY_EVENTS, MOST_PINNED, PAGE, PublishedEntry
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import Key, after, updates_path
from articles.pages.figure import first_end
from articles.pages.frame import LIVE_JS, build_frame, public_url
from articles.pages.live_entries import entry_of, key_events_of, with_days
from articles.pages.live_shapes import Coverage, Entry, Following, UpdatesPage
from articles.pages.live_structured import live_blog
from articles.pages.moments import in_digits, moment_of
from articles.pages.notices import notices_at
from articles.pages.reader import Reader
from articles.pages.shapes import Frame
from articles.pages.story import build_story_page
from articles.pages.story_head import Group, path_of
from articles.pages.story_shapes import StoryPage
from articles.pages.where import where_of
from articles.vocabularies import Placement

NOTICES = (
    Placement.SITE_BANNER,
    Placement.ARTICLE_TOP,
    Placement.NEAR_SHARE,
    Placement.ARTICLE_FOOT,
)


def build_live_page(
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    rows: Sequence[PublishedEntry],
    key: Key | None,
) -> StoryPage:
    """``rows``: as ``PublishedEntryQuerySet.first_page`` finds them, or those before ``key``."""
    page = build_story_page(group, service, reader, resolution, "live")
    coverage = (
        _later_page(group, service, reader, rows)
        if key
        else _first_page(group, service, reader, resolution, rows)
    )
    frame = page.frame if reader.is_text else _with_life(page.frame, group, reader, coverage)
    figures = [entry.figure for entry in coverage.entries]
    until = min(filter(None, (page.until, first_end(figures))), default=None)
    page = replace(page, frame=frame, coverage=coverage, until=until)
    return _without_head(page, group, service, reader, key) if key else page


def _without_head(
    page: StoryPage, group: Group, service: LanguageService, reader: Reader, key: Key
) -> StoryPage:
    """Older entries alone, at an address of their own."""
    where = where_of(service, reader, path_of(group.row, service), after(key))
    frame = replace(page.frame, where=where)
    return replace(page, frame=frame, lead=None, parts=(), gallery=(), standfirst="")


def _with_life(frame: Frame, group: Group, reader: Reader, coverage: Coverage) -> Frame:
    """Structured data of the coverage, and where it goes on the script that looks for more."""
    follows = coverage.following and not coverage.is_ended
    return replace(
        frame,
        jsonld=live_blog(
            group, reader.standing.by_id[group.row.service_id], reader, coverage.entries
        ),
        js=(*frame.js, LIVE_JS) if follows else frame.js,
    )


def build_updates_page(
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    rows: Sequence[PublishedEntry],
) -> UpdatesPage:
    """``rows`` with those that were changed or removed last."""
    coverage = _first_page(group, service, reader, resolution, rows)
    shown = {entry.id for entry in coverage.entries}
    others = [row for row in rows if row.pk not in shown]
    changed = tuple(
        entry_of(row, group.row, service, reader) for row in others if not row.is_silent
    )
    about = About(
        kind="updates",
        title=f"{group.row.headline} – {service.brand}",
        path=path_of(group.row, service),
        resolution=resolution,
        noindex=True,
    )
    return UpdatesPage(
        frame=build_frame(service, reader, about),
        headline=group.row.headline,
        coverage=replace(
            coverage, changed=changed, gone=tuple(row.pk for row in others if row.is_silent)
        ),
        notices=tuple(
            notice for place in NOTICES for notice in notices_at(resolution, place, service)
        ),
        until=first_end(entry.figure for entry in (*coverage.entries, *changed)),
    )


def is_ended(group: Group) -> bool:
    return ended_at(group) is not None


def ended_at(group: Group) -> datetime | None:
    said = group.document.get("coverage", {}).get("ended_at")
    return datetime.fromisoformat(said) if said else None


def _first_page(
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    rows: Sequence[PublishedEntry],
) -> Coverage:
    seen = [row for row in rows if not row.is_silent]
    newest = seen[:PAGE]
    pinned = [row for row in seen if row.is_pinned][:MOST_PINNED]
    stream = [row for row in newest if row not in pinned]
    entries = with_days(_entries([*pinned, *stream], group, service, reader))
    key_rows = [row for row in seen if row.is_key_event][:MOST_KEY_EVENTS]
    on_page = {entry.id for entry in entries}
    return Coverage(
        is_ended=is_ended(group),
        entries=entries,
        key_events=key_events_of(_entries(key_rows, group, service, reader), on_page),
        older=_older(seen, group, service, reader),
        again=reader.carry(path_of(group.row, service)),
        updated=moment_of(max(row.changed_at for row in newest), service) if newest else None,
        following=_following(group, service, reader, resolution),
    )


def _later_page(
    group: Group, service: LanguageService, reader: Reader, rows: Sequence[PublishedEntry]
) -> Coverage:
    return Coverage(
        is_ended=is_ended(group),
        entries=with_days(_entries(rows[:PAGE], group, service, reader)),
        older=_older(rows, group, service, reader),
        newest=reader.carry(path_of(group.row, service)),
    )


def _entries(
    rows: Sequence[PublishedEntry], group: Group, service: LanguageService, reader: Reader
) -> tuple[Entry, ...]:
    return tuple(entry_of(row, group.row, service, reader) for row in rows)


def _older(
    rows: Sequence[PublishedEntry], group: Group, service: LanguageService, reader: Reader
) -> str:
    """The next page's address; a page holds one less than it needs to know that there is one."""
    if len(rows) <= PAGE:
        return ""
    last = rows[PAGE - 1]
    return reader.carry(path_of(group.row, service), **after((last.posted_at, last.pk)))


def _following(
    group: Group, service: LanguageService, reader: Reader, resolution: Resolution
) -> Following:
    path = updates_path(service.slug, group.row.slug, group.row.pk)
    words = {"count": "%n"}
    return Following(
        url=reader.carry(path),
        mark=_mark(group, service, reader, resolution),
        one=gettext("%(count)s new update") % words,
        many=gettext("%(count)s new updates") % words,
        digits=in_digits("0123456789", service),
    )


def _mark(group: Group, service: LanguageService, reader: Reader, resolution: Resolution) -> str:
    notices = sorted((shown.rule.version_id, shown.is_prominent) for shown in resolution.notices)
    said = [group.row.version_id, ended_at(group), notices, sorted(resolution.effects)]
    text = repr([*said, public_url(service, reader, path_of(group.row, service))])
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()
