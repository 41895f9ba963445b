"""The archive by day: years and months, the days of a month, the stories of a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from articles.caching import tags
from articles.front.answers import answer
from articles.front.counted import stories_by_day
from articles.front.lists import on_air_in, service_called
from articles.front.reader import reader_of
from articles.front.selection import page_key
from articles.models.published import PublishedStoryQuerySet
from articles.pages.archive import build_archive_page, build_day_page, build_month_page
from articles.pages.choosing import readable
from articles.pages.reader import Reader

# So many stories are looked at for a day of which one may be read here.
MOST_AROUND = 400


@require_safe
def archive(request: HttpRequest, service_slug: str) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    counts = stories_by_day(service, reader)
    with override(service.language):
        page = build_archive_page(service, counts, reader)
        return answer(request, "archive", page, reader, tags=[tags.front(service.slug)])


@require_safe
def month(request: HttpRequest, service_slug: str, year: int, month: int) -> HttpResponse:
    """A month of which nothing may be read here is none."""
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    counts = stories_by_day(service, reader, span_of(year, month))
    if not counts:
        raise Http404
    with override(service.language):
        page = build_month_page(service, year, month, counts, reader)
        return answer(request, "archive", page, reader, tags=[tags.front(service.slug)])


@require_safe
def day(request: HttpRequest, service_slug: str, year: int, month: int, day: int) -> HttpResponse:
    reader = reader_of(request)
    service = service_called(service_slug, reader)
    asked, key, stories = date_of(year, month, day), page_key(request), on_air_in(service)
    of_the_day = stories.filter(local_day=asked)
    rows = readable(of_the_day, reader, key)
    if not rows and not (key and readable(of_the_day, reader)):
        raise Http404
    around = _around(stories, asked, reader)
    with override(service.language):
        page = build_day_page(service, asked, rows, reader, around=around, key=key)
        about = [tags.front(service.slug)]
        return answer(
            request, "list", page, reader, tags=about, until=page.until, renew_at=page.renew_at
        )


def date_of(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Http404 from None


def span_of(year: int, month: int) -> tuple[date, date]:
    """First day of a month, and of the next."""
    first = date_of(year, month, 1)
    return first, date_of(year + month // 12, month % 12 + 1, 1)


def _around(
    stories: PublishedStoryQuerySet, day: date, reader: Reader
) -> tuple[date | None, date | None]:
    """The nearest days before and after of which something may be read here; one query."""
    before = stories.filter(local_day__lt=day).order_by("-local_day").values("local_day")[:1]
    after = stories.filter(local_day__gt=day).order_by("local_day").values("local_day")[:1]
    # Not in order of time: by that index a planner would walk through the whole archive.
    near = stories.filter(local_day__in=[Subquery(before), Subquery(after)]).order_by()
    rows = near[:MOST_AROUND]
    days = {row.local_day for row in rows if row.local_day and reader.may_read(row)}
    earlier, later = (one for one in days if one < day), (one for one in days if one > day)
    return next(earlier, None), next(later, None)
