"""The readers' door. GET and HEAD only; no session, no cookie, no form."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front import live
from articles.front.answers import answer, moved
from articles.front.lists import answer_list, on_air_in, service_called
from articles.front.reader import reader_of
from articles.front.selection import leaders, page_key
from articles.front.turned_away import group_of, turned_away
from articles.models.service import LanguageService
from articles.pages.addresses import front_path, section_path, story_path
from articles.pages.choosing import front_on_air, front_rows
from articles.pages.front import build_front_page
from articles.pages.fronts import build_world_page
from articles.pages.lists import Listing
from articles.pages.more import lists_of
from articles.pages.place import build_place_page
from articles.pages.placing import Placing
from articles.pages.reader import Reader
from articles.pages.story import build_story_page, resolve_story
from articles.pages.story_head import path_of
from articles.vocabularies import StoryType


@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Every service's leading story, in its own script."""
    reader = reader_of(request)
    service = next(iter(reader.standing.services.values()), None)
    if service is None:
        raise Http404
    leading = leaders(reader)
    with override(service.language):
        page = build_world_page(service, leading.rows, reader, leading.renew_at)
        return answer(
            request, "world", page, reader, tags=[tags.WORLD], until=page.until,
            renew_at=page.renew_at,
        )  # fmt: skip


@require_safe
def front(request: HttpRequest, service_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    listing = Listing(front_path(service.slug))
    if page_key(request):
        stories, tag = on_air_in(service), tags.front(service.slug)
        return answer_list(request, reader, service, stories, listing, tag)
    placing = front_on_air(service, None, reader)
    return _front(request, reader, placing, listing, tags.front(service.slug), service)


@require_safe
def place(request: HttpRequest, service_slug: str) -> HttpResponse:
    """Where a reader can say "I am in …"; ``page`` is the path to go back to."""
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    with override(service.language):
        page = build_place_page(service, reader, request.GET.get("page", ""))
        return answer(request, "place", page, reader, tags=[tags.STANDING])


@require_safe
def section(request: HttpRequest, service_slug: str, section_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = reader.standing.section(service, section_slug)
    if found is None:
        raise Http404
    path = section_path(service.slug, found.slug)
    listing = Listing(path, heading=found.name, section=found)
    placing = Placing() if page_key(request) else front_on_air(service, found, reader)
    if placing.cards:
        return _front(request, reader, placing, listing, tags.section(found.pk), service)
    stories = on_air_in(service).filter(section_id=found.pk)
    return answer_list(request, reader, service, stories, listing, tags.section(found.pk))


@require_safe
def story(
    request: HttpRequest,
    service_slug: str,  # noqa: ARG001  part of the address
    slug: str,
    story_id: int,
) -> HttpResponse:
    """The id decides; a wrong slug or service is answered with the right address."""
    reader = reader_of(request)
    group = group_of(story_id)
    service = reader.standing.by_id[group.row.service_id]
    resolution = resolve_story(group, service, reader)
    own = story_path(service.slug, slug, story_id)
    if away := turned_away(request, group, service, reader, resolution, own):
        return away
    path = path_of(group.row, service)
    if request.path != path:
        return moved(path, reader.carry)
    about = [*group.tags, *lists_of(group.document, service)]
    with override(service.language):
        if group.row.story_type == StoryType.LIVE:
            return live.coverage(request, group, service, reader, resolution, about)
        page = build_story_page(group, service, reader, resolution)
        return answer(
            request, "story", page, reader, tags=about, until=page.until, renew_at=page.renew_at
        )


def _front(
    request: HttpRequest,
    reader: Reader,
    placing: Placing,
    listing: Listing,
    tag: str,
    service: LanguageService,
) -> HttpResponse:
    rows = front_rows(service, listing.section, placing, reader)
    with override(service.language):
        page = build_front_page(service, rows, reader, listing)
        return answer(
            request, "front", page, reader, tags=[tag], until=page.until, renew_at=page.renew_at
        )
