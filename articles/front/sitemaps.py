"""Sitemaps. Pages like any other: what is withheld here, or not for search engines, is not in."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.archive import span_of
from articles.front.lists import on_air_in, service_called
from articles.front.machine_answers import answer_machine
from articles.front.mapped import maps_of, maps_of_month
from articles.front.reader import reader_of
from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages import sitemaps
from articles.pages.reader import Reader, facets_of
from articles.pages.sitemaps import NEWS_FOR, month_map, news_map, sitemap_index
from articles.vocabularies import Effect

# The protocol's own limit.
MOST_NEWS = 1_000
XML = "application/xml"
# What the law asks and an address is made of; a map has no use for pictures.
LIGHT = (
    "story_id", "service_id", "section_id", "translation_key", "slug", "revised_at",
)  # fmt: skip


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    reader = reader_of(request)
    body = sitemap_index(maps_of(reader), reader)
    return answer_machine(request, body, XML, reader, tags=[tags.WORLD])


@require_safe
def month(request: HttpRequest, service_slug: str, year: int, month: int) -> HttpResponse:
    """Whoever still knows this address of a month that is too long now finds its parts."""
    return _answer_map(request, service_slug, year, month)


@require_safe
def part(request: HttpRequest, service_slug: str, year: int, month: int, part: int) -> HttpResponse:
    return _answer_map(request, service_slug, year, month, part)


def _answer_map(
    request: HttpRequest, service_slug: str, year: int, month: int, part: int | None = None
) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    found = list(_stories(service, year, month, part))
    rows = [row for row in found if reader.may_read(row)]
    if not rows:
        raise Http404
    if len(found) > sitemaps.MOST_URLS:
        body = sitemap_index(maps_of_month(service, year, month, reader), reader)
    else:
        body = month_map(service, (row for row in rows if _is_for_engines(row, reader)), reader)
    effects = reader.resolve(Facets(service.slug, service.language)).effects
    about = [tags.front(service.slug)]
    return answer_machine(request, body, XML, reader, tags=about, effects=effects)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    reader = reader_of(request)
    recent = PublishedStory.objects.cards().filter(
        service__in=reader.mapped, published_at__gt=reader.now - NEWS_FOR
    )
    rows = [
        row
        for row in recent.newest_first()[:MOST_NEWS]
        if reader.may_read(row) and _is_for_engines(row, reader)
    ]
    until = rows[-1].published_at + NEWS_FOR if rows else None
    body = news_map(rows, reader)
    effects = reader.resolve(Facets()).effects
    return answer_machine(
        request, body, XML, reader, tags=[tags.WORLD], until=until, effects=effects
    )


def _stories(
    service: LanguageService, year: int, month: int, part: int | None
) -> Iterator[PublishedStory]:
    first, after = span_of(year, month)
    rows = on_air_in(service).defer(None).filter(local_day__gte=first, local_day__lt=after)
    if part is not None:
        keys = sitemaps.stories_of_part(part)
        rows = rows.filter(story_id__gte=keys.start, story_id__lt=keys.stop)
    most = sitemaps.MOST_URLS + 1
    for *values, topics in rows.newest_first().values_list(*LIGHT, "card__topics")[:most]:
        named = dict(zip(LIGHT, values, strict=True))
        yield PublishedStory(**named, card={"topics": topics or ()})


def _is_for_engines(row: PublishedStory, reader: Reader) -> bool:
    service = reader.standing.by_id[row.service_id]
    effects = reader.resolve(facets_of(row, service, reader.standing)).effects
    return Effect.NOINDEX not in effects
