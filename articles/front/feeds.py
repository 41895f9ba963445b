"""Feeds of services, sections, topics and authors, each in three formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.listed import author_called, topic_called
from articles.front.lists import author_listing, on_air_in, service_called
from articles.front.machine_answers import answer_machine
from articles.front.reader import reader_of
from articles.models.published import ListedStories, PublishedStory
from articles.models.rendition import Rendition
from articles.models.service import LanguageService
from articles.pages.addresses import front_path, section_path, topic_path
from articles.pages.choosing import Stories, readable
from articles.pages.feed import Channel, Feed, build_feed, picture_names
from articles.pages.feed_atom import atom
from articles.pages.feed_json import json_feed
from articles.pages.feed_links import ATOM, FORMATS, JSON, RSS
from articles.pages.feed_rss import rss
from articles.pages.fronts import PAGE_SIZE
from articles.pages.lists import Listing
from articles.pages.reader import Reader, facets_of
from articles.vocabularies import Effect

WRITERS: dict[str, Callable[[Feed], bytes]] = {
    RSS.name: rss, ATOM.name: atom, JSON.name: json_feed,
}  # fmt: skip


@require_safe
def of_service(request: HttpRequest, service_slug: str, form: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    listing = Listing(front_path(service.slug))
    stories, tag = on_air_in(service).defer(None), tags.front(service.slug)
    return _feed(request, reader, service, stories, listing, form, tag)


@require_safe
def of_section(
    request: HttpRequest, service_slug: str, section_slug: str, form: str
) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = reader.standing.section(service, section_slug)
    if found is None:
        raise Http404
    stories = on_air_in(service).defer(None).filter(section_id=found.pk)
    listing = Listing(section_path(service.slug, found.slug), found.name, section=found)
    return _feed(request, reader, service, stories, listing, form, tags.section(found.pk))


@require_safe
def of_topic(request: HttpRequest, service_slug: str, topic_slug: str, form: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = topic_called(topic_slug, service)
    path = topic_path(service.slug, topic_slug)
    listing = Listing(path, found.name, found.words, topic=topic_slug, lives_by_its_stories=True)
    tag = tags.topic(service.slug, topic_slug)
    return _feed(request, reader, service, _whole(found.stories), listing, form, tag)


@require_safe
def of_author(
    request: HttpRequest, service_slug: str, contributor_slug: str, form: str
) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = author_called(contributor_slug, service)
    listing, tag = author_listing(found, service), tags.author(service.slug, contributor_slug)
    return _feed(request, reader, service, _whole(found.stories), listing, form, tag)


def _whole(stories: ListedStories) -> ListedStories:
    """With the documents that lists leave out."""
    return ListedStories(stories.stories.defer(None), stories.rows)


def _feed(
    request: HttpRequest,
    reader: Reader,
    service: LanguageService,
    stories: Stories,
    listing: Listing,
    form: str,
    tag: str,
) -> HttpResponse:
    rows = readable(stories, reader, may_stand=lambda row: _may_travel(row, service, reader))
    if not rows and listing.lives_by_its_stories:
        raise Http404
    shown, chosen = rows[:PAGE_SIZE], next(one for one in FORMATS if one.name == form)
    channel = Channel(
        listing.title(service), listing.intro, listing.path, listing.path + chosen.file
    )
    with override(service.language):
        feed = build_feed(service, channel, shown, _sizes(shown, reader), reader)
        effects = reader.resolve(listing.facets(service)).effects
        body = WRITERS[form](feed)
    return answer_machine(
        request, body, chosen.type, reader, tags=[tag], until=feed.until, effects=effects
    )


def _may_travel(row: PublishedStory, service: LanguageService, reader: Reader) -> bool:
    if not reader.may_read(row):
        return False
    effects = reader.resolve(facets_of(row, service, reader.standing)).effects
    return Effect.DROP_FROM_FEEDS not in effects


def _sizes(rows: Sequence[PublishedStory], reader: Reader) -> dict[str, int]:
    names = picture_names(rows, reader)
    if not names:
        return {}
    return dict(
        Rendition.objects.order_by().filter(file__in=names).values_list("file", "byte_size")
    )
