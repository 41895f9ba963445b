"""The readers' door. GET and HEAD only; no session, no cookie, no form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.dateparse import parse_datetime
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.front.answers import answer
from articles.front.reader import reader_of
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages import message
from articles.pages.addresses import author_path, front_path, section_path, story_path, topic_path
from articles.pages.fronts import PAGE_SIZE, build_front_page, build_list_page, build_world_page
from articles.pages.reader import Reader
from articles.pages.story import Group, build_story_page, resolve_story
from articles.vocabularies import PubStatus


@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Every service's leading story, in its own script."""
    reader = reader_of(request)
    service = next(iter(reader.standing.services.values()), None)
    if service is None:
        raise Http404
    rows = list(PublishedStory.objects.leader_of_each_service(reader.now))
    with override(service.language):
        page = build_world_page(service, rows, reader)
        return answer(request, "world", page, zone=reader.zone)


@require_safe
def front(request: HttpRequest, service_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    path, stories = front_path(service.slug), on_air_in(service)
    with override(service.language):
        before = _before(request)
        if before:
            rows = list(stories.before(*before).newest_first()[: PAGE_SIZE + 1])
            page = build_list_page(service, rows, reader, path=path)
        else:
            rows = list(stories.newest_first()[: PAGE_SIZE + 1])
            page = build_front_page(service, rows, reader, path=path)
        return answer(request, "front", page, zone=reader.zone)


@require_safe
def section(request: HttpRequest, service_slug: str, section_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = reader.standing.section(service, section_slug)
    if found is None:
        raise Http404
    return _list(
        request,
        reader,
        service,
        on_air_in(service).filter(section_id=found.pk),
        section_path(service.slug, found.slug),
        heading=found.name,
        section=found,
    )


@require_safe
def topic(request: HttpRequest, service_slug: str, topic_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    stories = on_air_in(service).filter(topics__slug=topic_slug)
    heading = stories.topic_name(topic_slug, service.language)
    if not heading:
        raise Http404
    return _list(
        request, reader, service, stories, topic_path(service.slug, topic_slug), heading=heading
    )


@require_safe
def author(request: HttpRequest, service_slug: str, contributor_slug: str) -> HttpResponse:
    """Only who stands in a public byline has a page: protected names have none."""
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    stories = on_air_in(service).filter(contributors__slug=contributor_slug)
    heading, intro = stories.author_words(contributor_slug, service.language)
    if not heading:
        raise Http404
    path = author_path(service.slug, contributor_slug)
    return _list(request, reader, service, stories, path, heading=heading, intro=intro)


@require_safe
def story(
    request: HttpRequest,
    service_slug: str,  # noqa: ARG001  part of the address
    slug: str,
    story_id: int,
) -> HttpResponse:
    """The id decides; a wrong slug or service is answered with the right address."""
    reader = reader_of(request)
    group = _group(story_id)
    row, service = group.row, reader.standing.by_id[group.row.service_id]
    killed = row.pub_status == PubStatus.CANCELED
    path = story_path(service.slug, slug if killed else row.slug, story_id)
    if request.path != path:
        return HttpResponsePermanentRedirect(reader.carry(path))
    with override(service.language):
        if killed:
            page: Any = message.gone(row, service, reader, path)
            return answer(request, "message", page, zone=reader.zone, status=410)
        resolution = resolve_story(group, service, reader)
        if order := resolution.withheld:
            page = message.withheld(resolution, service, reader, path)
            response = answer(request, "message", page, zone=reader.zone, status=451)
            if order.blocked_by_url:
                response["Link"] = f'<{order.blocked_by_url}>; rel="blocked-by"'
            return response
        page = build_story_page(group, service, reader, resolution)
        effects = resolution.effects
        return answer(request, "story", page, zone=reader.zone, effects=effects)


def service_called(slug: str, reader: Reader) -> LanguageService:
    service = reader.standing.services.get(slug)
    if service is None:
        raise Http404
    return service


def on_air_in(service: LanguageService) -> PublishedStoryQuerySet:
    return PublishedStory.objects.cards().filter(service_id=service.pk)


def _group(story_id: int) -> Group:
    """The story and its language versions, in one query."""
    rows = list(PublishedStory.objects.with_translations(story_id))
    row = next((one for one in rows if one.pk == story_id), None)
    if row is None:
        raise Http404
    others = tuple(one for one in rows if one.pk != story_id)
    return Group(row, row.asked_document or {}, others)  # type: ignore[attr-defined]


def _list(
    request: HttpRequest,
    reader: Reader,
    service: LanguageService,
    stories: PublishedStoryQuerySet,
    path: str,
    *,
    heading: str,
    intro: str = "",
    section: Section | None = None,
) -> HttpResponse:
    if before := _before(request):
        stories = stories.before(*before)
    rows = list(stories.newest_first()[: PAGE_SIZE + 1])
    with override(service.language):
        page = build_list_page(
            service, rows, reader, path=path, heading=heading, intro=intro, section=section
        )
        return answer(request, "front", page, zone=reader.zone)


def _before(request: HttpRequest) -> tuple[datetime, int] | None:
    """The declared parameter ``before=<iso time>_<id>``; nonsense is as good as absent."""
    moment, _under, number = request.GET.get("before", "").partition("_")
    try:
        when = parse_datetime(moment)
        story_id = int(number) if number.isascii() and len(number) < 19 else 0
    except ValueError:
        return None
    return (when, story_id) if when and when.tzinfo else None
