"""Which maps there are for a reader here: one for each month, or its parts where it is too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count, F, Q

from articles.front.archive import span_of
from articles.front.counted import withheld
from articles.legal.facets import Facets
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.service import LanguageService
from articles.pages import sitemaps
from articles.pages.reader import Reader
from articles.pages.sitemaps import MonthMap, part_of

# Of all services, since long before there was a web.
MOST_DAYS = 500_000
Month = tuple[int, int, int]


def maps_of(reader: Reader) -> list[MonthMap]:
    """Of all services of this host, each with its newest month first.

    Without a map of which nothing may be read here: it is not found. Two queries at most for the
    months, the days being read from an index alone and in its order, and one more where a month
    is too long.
    """
    return _maps(_open_stories(reader, reader.mapped), reader)


def maps_of_month(
    service: LanguageService, year: int, month: int, reader: Reader
) -> list[MonthMap]:
    first, after = span_of(year, month)
    stories = _open_stories(reader, [service.pk])
    return _maps(stories.filter(local_day__gte=first, local_day__lt=after), reader)


def _maps(stories: PublishedStoryQuerySet, reader: Reader) -> list[MonthMap]:
    on_air, gone = _by_month(stories), withheld(stories, reader)
    hidden = Counter(_month_of(row) for row in gone)
    months = [month for month, count in on_air.items() if count > hidden[month]]
    long = {month for month in months if on_air[month] > sitemaps.MOST_URLS}
    parts = _parts(stories, long, gone) if long else {}
    return [
        MonthMap(reader.standing.by_id[service], year, number, part)
        for service, year, number in sorted(months, key=lambda one: (one[0], -one[1], -one[2]))
        for part in parts.get((service, year, number), [None])
    ]


def _open_stories(reader: Reader, services: Iterable[int]) -> PublishedStoryQuerySet:
    """Of services that no order withholds as a whole."""
    named = (reader.standing.by_id[key] for key in services)
    open_ones = [one.pk for one in named if not _is_closed(one, reader)]
    return PublishedStory.objects.on_air().filter(service__in=open_ones, local_day__isnull=False)


def _is_closed(service: LanguageService, reader: Reader) -> bool:
    return reader.law.withholds(reader.place, Facets(service.slug, service.language))


def _by_month(stories: PublishedStoryQuerySet) -> Counter[Month]:
    days = stories.order_by("service_id", "local_day").values_list("service_id", "local_day")
    counts: Counter[Month] = Counter()
    for key, day, count in days.annotate(count=Count("pk"))[:MOST_DAYS]:
        counts[_month(key, day)] += count
    return counts


def _parts(
    stories: PublishedStoryQuerySet, months: Iterable[Month], gone: Iterable[PublishedStory]
) -> dict[Month, list[int]]:
    """Of each month the parts of which something may be read here."""
    counts = Counter(dict(_by_part(stories, months)))
    counts.subtract((_month_of(row), part_of(row.pk)) for row in gone)
    found: dict[Month, list[int]] = {}
    for month, part in sorted(key for key, count in counts.items() if count > 0):
        found.setdefault(month, []).append(part)
    return found


def _by_part(
    stories: PublishedStoryQuerySet, months: Iterable[Month]
) -> Iterator[tuple[tuple[Month, int], int]]:
    asked = Q()
    for service, year, month in months:
        first, after = span_of(year, month)
        asked |= Q(service=service, local_day__gte=first, local_day__lt=after)
    rows = stories.filter(asked).annotate(
        year=F("local_day__year"),
        month=F("local_day__month"),
        part=F("story_id") / sitemaps.MOST_URLS,
    )
    counted = rows.order_by().values_list("service_id", "year", "month", "part")
    for *named, part, count in counted.annotate(count=Count("pk"))[:MOST_DAYS]:
        service, year, number = named
        yield ((service, year, number), part), count


def _month_of(row: PublishedStory) -> Month:
    return _month(row.service_id, row.local_day)


def _month(service: int, day: date | None) -> Month:
    return (service, day.year, day.month) if day else (service, 0, 0)
