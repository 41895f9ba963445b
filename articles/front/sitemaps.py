"""Sitemaps. Pages like any other: what is withheld here, or not for search engines, is not in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.archive import span_of
from articles.front.counted import withheld
from articles.front.lists import on_air_in, service_called
from articles.front.machine_answers import answer_machine
from articles.front.reader import reader_of
from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.reader import Reader, facets_of
from articles.pages.sitemaps import NEWS_FOR, month_map, news_map, sitemap_index
from articles.vocabularies import Effect

# The protocol's own limits.
MOST_URLS = 50_000
MOST_NEWS = 1_000
# Of all services, since long before there was a web.
MOST_DAYS = 500_000
XML = "application/xml"
# What the law asks and an address is made of; a map has no use for pictures.
LIGHT = (
    "story_id", "service_id", "section_id", "translation_key", "slug", "revised_at",
)  # fmt: skip


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    reader = reader_of(request)
    body = sitemap_index(_months(reader), reader)
    return answer_machine(request, body, XML, reader, tags=[tags.WORLD])


@require_safe
def month(request: HttpRequest, service_slug: str, year: int, month: int) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    rows = [row for row in _stories(service, year, month) if reader.may_read(row)]
    if not rows:
        raise Http404
    listed = (row for row in rows if _is_for_engines(row, reader))
    body = month_map(service, listed, reader)
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


def _months(reader: Reader) -> Iterator[tuple[LanguageService, int, int]]:
    """Of all services, the newest first; the days are read from an index alone, in its order.

    Without a month of which nothing may be read here: its map is not found.
    """
    at_home = (reader.standing.by_id[key] for key in reader.mapped)
    open_ones = [one.pk for one in at_home if not _is_closed(one, reader)]
    stories = PublishedStory.objects.on_air().filter(service__in=open_ones, local_day__isnull=False)
    days = stories.order_by("service_id", "local_day").values_list("service_id", "local_day")
    counts: Counter[tuple[int, int, int]] = Counter()
    for key, day, count in days.annotate(count=Count("pk"))[:MOST_DAYS]:
        if day:
            counts[key, day.year, day.month] += count
    for key, day in withheld(stories, reader):
        counts[key, day.year, day.month] -= 1
    months = [month for month, count in counts.items() if count > 0]
    for service_id, year, month in sorted(months, key=lambda one: (one[0], -one[1], -one[2])):
        yield reader.standing.by_id[service_id], year, month


def _is_closed(service: LanguageService, reader: Reader) -> bool:
    """Whether some order withholds all of it."""
    return reader.law.withholds(reader.place, Facets(service.slug, service.language))


def _stories(service: LanguageService, year: int, month: int) -> Iterator[PublishedStory]:
    first, after = span_of(year, month)
    rows = on_air_in(service).defer(None).filter(local_day__gte=first, local_day__lt=after)
    for *values, topics in rows.newest_first().values_list(*LIGHT, "card__topics")[:MOST_URLS]:
        named = dict(zip(LIGHT, values, strict=True))
        yield PublishedStory(**named, card={"topics": topics or ()})


def _is_for_engines(row: PublishedStory, reader: Reader) -> bool:
    service = reader.standing.by_id[row.service_id]
    effects = reader.resolve(facets_of(row, service, reader.standing)).effects
    return Effect.NOINDEX not in effects
