"""The readers' door. GET and HEAD only; no session, no cookie, no form."""

from __future__ import annotations

from typing import Any

from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.answers import answer, moved
from articles.front.reader import reader_of
from articles.front.selection import author_words, leaders, page_key, readable
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.service import LanguageService
from articles.pages import message
from articles.pages.addresses import author_path, front_path, section_path, story_path, topic_path
from articles.pages.fronts import (
    Listing,
    build_front_page,
    build_list_page,
    build_world_page,
)
from articles.pages.more import group_of, lists_of
from articles.pages.place import build_place_page
from articles.pages.reader import Reader
from articles.pages.related import named_in
from articles.pages.story import build_story_page, resolve_story
from articles.vocabularies import PubStatus


@require_safe
def world(request: HttpRequest) -> HttpResponse:
    """Every service's leading story, in its own script."""
    reader = reader_of(request)
    service = next(iter(reader.standing.services.values()), None)
    if service is None:
        raise Http404
    rows = leaders(reader)
    with override(service.language):
        page = build_world_page(service, rows, reader)
        return answer(request, "world", page, reader, tags=[tags.WORLD], until=page.until)


@require_safe
def front(request: HttpRequest, service_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    path, stories = front_path(service.slug), on_air_in(service)
    if page_key(request):
        return _list(request, reader, service, stories, Listing(path), tags.front(service.slug))
    rows = readable(stories, reader)
    with override(service.language):
        page = build_front_page(service, rows, reader, path=path)
        about = [tags.front(service.slug)]
        return answer(request, "front", page, reader, tags=about, until=page.until)


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
    stories = on_air_in(service).filter(section_id=found.pk)
    path = section_path(service.slug, found.slug)
    listing = Listing(path, heading=found.name, section=found)
    return _list(request, reader, service, stories, listing, tags.section(found.pk))


@require_safe
def topic(request: HttpRequest, service_slug: str, topic_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    stories = on_air_in(service).filter(topics__slug=topic_slug)
    heading = stories.topic_name(topic_slug, service.language)
    if not heading:
        raise Http404
    listing = Listing(
        topic_path(service.slug, topic_slug),
        heading=heading,
        topic=topic_slug,
        lives_by_its_stories=True,
    )
    tag = tags.topic(service.slug, topic_slug)
    return _list(request, reader, service, stories, listing, tag)


@require_safe
def author(request: HttpRequest, service_slug: str, contributor_slug: str) -> HttpResponse:
    """Only who stands in a public byline has a page: protected names have none."""
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    stories = on_air_in(service).filter(contributors__slug=contributor_slug)
    heading, intro = author_words(stories, contributor_slug, service.language)
    if not heading:
        raise Http404
    path = author_path(service.slug, contributor_slug)
    listing = Listing(path, heading=heading, intro=intro, lives_by_its_stories=True)
    tag = tags.author(service.slug, contributor_slug)
    return _list(request, reader, service, stories, listing, tag)


@require_safe
def story(
    request: HttpRequest,
    service_slug: str,  # noqa: ARG001  part of the address
    slug: str,
    story_id: int,
) -> HttpResponse:
    """The id decides; a wrong slug or service is answered with the right address."""
    reader = reader_of(request)
    # More than a database can be asked for is no story, either.
    group = group_of(story_id) if story_id <= BigIntegerField.MAX_BIGINT else None
    if group is None:
        raise Http404
    row, service = group.row, reader.standing.by_id[group.row.service_id]
    killed = row.pub_status == PubStatus.CANCELED
    resolution = resolve_story(group, service, reader)
    # A slug tells the headline: nobody is led to the one of a story that is not to be read here.
    is_readable = not killed and resolution.withheld is None
    path = story_path(service.slug, row.slug if is_readable else slug, story_id)
    if request.path != path:
        return moved(path, reader.carry)
    # Another story's changes reach the page that points at it: it may come, go or be renamed.
    about = [tags.translations(row.translation_key)]
    about += [tags.story(one) for one in (story_id, *named_in(group.document))]
    with override(service.language):
        if killed:
            page: Any = message.gone(row, service, reader, path)
            return answer(request, "message", page, reader, tags=about, status=410)
        if order := resolution.withheld:
            page = message.withheld(resolution, service, reader, path)
            response = answer(request, "message", page, reader, tags=about, status=451)
            if order.public_reason and order.blocked_by_url:
                response["Link"] = f'<{iri_to_uri(order.blocked_by_url)}>; rel="blocked-by"'
            return response
        about += lists_of(group.document, service)
        page = build_story_page(group, service, reader, resolution)
        return answer(
            request, "story", page, reader, tags=about, until=page.until, renew_at=page.renew_at
        )


def service_called(slug: str, reader: Reader) -> LanguageService:
    service = reader.standing.services.get(slug)
    if service is None:
        raise Http404
    return service


def on_air_in(service: LanguageService) -> PublishedStoryQuerySet:
    return PublishedStory.objects.cards().filter(service_id=service.pk)


def _list(
    request: HttpRequest,
    reader: Reader,
    service: LanguageService,
    stories: PublishedStoryQuerySet,
    listing: Listing,
    tag: str,
) -> HttpResponse:
    key = page_key(request)
    rows = readable(stories.before(*key) if key else stories, reader)
    if not rows and listing.lives_by_its_stories and not (key and readable(stories, reader)):
        raise Http404
    with override(service.language):
        page = build_list_page(service, rows, reader, listing)
        return answer(request, "front", page, reader, tags=[tag], until=page.until)
