"""The archive: years and months, the days of a month, and the stories of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import Key, archive_path, day_path, front_path, month_path
from articles.pages.days import day_text, month_text, year_text
from articles.pages.frame import build_frame, public_url
from articles.pages.lists import Listing, ListPage, build_list_page
from articles.pages.moments import in_digits
from articles.pages.printable import Printable
from articles.pages.reader import Reader
from articles.pages.shapes import Frame, Link
from articles.pages.structured import Crumb, collection


@dataclass(frozen=True)
class Counted(Printable):
    link: Link
    count: str


@dataclass(frozen=True)
class Group(Printable):
    heading: str
    entries: tuple[Counted, ...]


@dataclass(frozen=True)
class ArchivePage(Printable):
    frame: Frame
    heading: str
    groups: tuple[Group, ...]
    ways: tuple[Link, ...]


def build_archive_page(
    service: LanguageService, counts: Mapping[date, int], reader: Reader
) -> ArchivePage:
    """Months with the numbers of their stories, the newest first."""
    months: dict[tuple[int, int], int] = {}
    for day, count in counts.items():
        key = (day.year, day.month)
        months[key] = months.get(key, 0) + count
    newest_first = sorted(months, reverse=True)
    groups = tuple(
        Group(year, tuple(_month(key, months[key], service, reader) for key in keys))
        for year, keys in groupby(newest_first, lambda key: year_text(key[0], key[1], service))
    )
    return _page(service, reader, archive_path(service.slug), gettext("Archive"), groups, ())


def build_month_page(
    service: LanguageService, year: int, month: int, counts: Mapping[date, int], reader: Reader
) -> ArchivePage:
    entries = tuple(
        _entry(day_text(day, service), day_path(service.slug, day), count, service, reader)
        for day, count in sorted(counts.items())
    )
    ways = (Link(gettext("Archive"), reader.carry(archive_path(service.slug))),)
    heading = month_text(year, month, service)
    path = month_path(service.slug, year, month)
    return _page(service, reader, path, heading, (Group("", entries),), ways)


def build_day_page(
    service: LanguageService,
    day: date,
    rows: Sequence[PublishedStory],
    reader: Reader,
    *,
    around: tuple[date | None, date | None],
    key: Key | None,
) -> ListPage:
    """``around``: the nearest days with stories before and after."""
    path = day_path(service.slug, day)
    listing = Listing(path, heading=day_text(day, service), has_feeds=False, day=str(day))
    page = build_list_page(service, rows, reader, listing, key=key)
    earlier, later = (_neighbour(one, service, reader) for one in around)
    month = month_text(day.year, day.month, service)
    up = Link(month, reader.carry(month_path(service.slug, day.year, day.month)))
    return replace(page, earlier=earlier, later=later, ways=(*page.ways, up))


def _neighbour(day: date | None, service: LanguageService, reader: Reader) -> Link | None:
    if day is None:
        return None
    return Link(day_text(day, service), reader.carry(day_path(service.slug, day)))


def _month(key: tuple[int, int], count: int, service: LanguageService, reader: Reader) -> Counted:
    text = month_text(*key, service, has_year=False)
    return _entry(text, month_path(service.slug, *key), count, service, reader)


def _entry(text: str, path: str, count: int, service: LanguageService, reader: Reader) -> Counted:
    said = gettext("Stories: %(count)s") % {"count": in_digits(str(count), service)}
    return Counted(Link(text, reader.carry(path)), said)


def _page(
    service: LanguageService,
    reader: Reader,
    path: str,
    heading: str,
    groups: tuple[Group, ...],
    ways: tuple[Link, ...],
) -> ArchivePage:
    crumbs = [
        Crumb(service.brand, public_url(service, reader, front_path(service.slug))),
        Crumb(heading, public_url(service, reader, path)),
    ]
    about = About(
        kind="archive",
        title=f"{heading} – {service.brand}",
        path=path,
        jsonld=collection(service, crumbs),
    )
    return ArchivePage(build_frame(service, reader, about), heading, groups, ways)
