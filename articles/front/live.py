"""Live coverage: the story's page with its entries, an entry alone, and what open pages ask for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.front.answers import answer, moved
from articles.front.reader import reader_of
from articles.front.selection import page_key
from articles.front.turned_away import group_of, turned_away
from articles.legal.resolve import Resolution
from articles.models.published_entry import PAGE, PublishedEntry
from articles.models.service import LanguageService
from articles.pages import message
from articles.pages.addresses import entry_path, updates_path
from articles.pages.live import build_live_page, build_updates_page
from articles.pages.live_entry_page import build_entry_page
from articles.pages.reader import Reader
from articles.pages.shapes import Link
from articles.pages.story import resolve_story
from articles.pages.story_head import Group, path_of
from articles.vocabularies import StoryType


def coverage(
    request: HttpRequest,
    group: Group,
    service: LanguageService,
    reader: Reader,
    resolution: Resolution,
    about: Iterable[str],
) -> HttpResponse:
    """The page of a live story that may be read here, in the language of its service."""
    key = page_key(request)
    entries = PublishedEntry.objects.all()
    if key:
        rows = entries.of(group.row.pk).seen().newest_first().before(*key)[: PAGE + 1]
    else:
        rows = entries.first_page(group.row.pk)
    page = build_live_page(group, service, reader, resolution, list(rows), key)
    return answer(
        request, "live", page, reader, tags=about, until=page.until, renew_at=page.renew_at
    )


@require_safe
def entry(
    request: HttpRequest,
    service_slug: str,  # noqa: ARG001  part of the address
    slug: str,
    story_id: int,
    entry_id: int,
) -> HttpResponse:
    reader = reader_of(request)
    group = _live_group(story_id)
    service = reader.standing.by_id[group.row.service_id]
    resolution = resolve_story(group, service, reader)
    own = entry_path(service.slug, slug, story_id, entry_id)
    if away := turned_away(request, group, service, reader, resolution, own):
        return away
    found = _entry(group, entry_id)
    right = entry_path(service.slug, group.row.slug, story_id, entry_id)
    if request.path != right:
        return moved(right, reader.carry)
    with override(service.language):
        if found.is_removed:
            story = Link(group.row.headline, reader.carry(path_of(group.row, service)))
            note = found.document.get("removal_note", "")
            gone = message.entry_gone(note, service, reader, right, story)
            return answer(request, "message", gone, reader, tags=group.tags, status=410)
        page = build_entry_page(found, group, service, reader, resolution)
        return answer(request, "entry", page, reader, tags=group.tags, until=page.until)


@require_safe
def updates(
    request: HttpRequest,
    service_slug: str,  # noqa: ARG001  part of the address
    slug: str,
    story_id: int,
) -> HttpResponse:
    """One address for every page that is open: a thousand of them cost one rendering a post."""
    reader = reader_of(request)
    group = _live_group(story_id)
    service = reader.standing.by_id[group.row.service_id]
    resolution = resolve_story(group, service, reader)
    own = updates_path(service.slug, slug, story_id)
    if away := turned_away(request, group, service, reader, resolution, own):
        return away
    right = updates_path(service.slug, group.row.slug, story_id)
    if request.path != right:
        return moved(right, reader.carry)
    rows = list(PublishedEntry.objects.first_page(story_id, changed=True))
    with override(service.language):
        page = build_updates_page(group, service, reader, resolution, rows)
        return answer(request, "updates", page, reader, tags=group.tags, until=page.until)


def _live_group(story_id: int) -> Group:
    group = group_of(story_id)
    if group.row.story_type != StoryType.LIVE:
        raise Http404
    return group


def _entry(group: Group, entry_id: int) -> PublishedEntry:
    if entry_id > BigIntegerField.MAX_BIGINT:
        raise Http404
    found = PublishedEntry.objects.of(group.row.pk).filter(pk=entry_id).first()
    if found is None:
        raise Http404
    return found
