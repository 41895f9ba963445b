"""Which stories stand on a list or a front: the choices before a page is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from articles.models.prepared import Prepared, in_steps
from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.published_front import PublishedFront
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.addresses import Key
from articles.pages.front import FrontRows
from articles.pages.fronts import PAGE_SIZE
from articles.pages.placing import Placing, placing_of
from articles.pages.reader import Reader

# How far one looks for a story that may be read, where a whole service may be withheld.
LOOK_AT = 300
LOOKS = 10


class Stories(Protocol):
    """A list that is read a page at a time, each by the key of the row before it."""

    def page(self, key: Key | None, many: int) -> list[PublishedStory]: ...


def readable(
    stories: Stories,
    reader: Reader,
    key: Key | None = None,
    *,
    may_stand: Callable[[PublishedStory], bool] | None = None,
) -> list[PublishedStory]:
    """The newest (after ``key``) that may be read here: a page of them, and one more where there
    are more.

    What is withheld leaves no gap, and is not the key of the page after: its time and number
    would stand in that address. One query wherever nothing of the page is withheld.
    """
    may_stand = may_stand or reader.may_read
    found: list[PublishedStory] = []
    asked = PAGE_SIZE + 1
    for _look in range(LOOKS):
        rows = stories.page(key, asked)
        found += filter(may_stand, rows)
        if len(found) > PAGE_SIZE or len(rows) < asked:
            break
        key, asked = (rows[-1].published_at, rows[-1].pk), LOOK_AT
    return found[: PAGE_SIZE + 1]


def front_on_air(service: LanguageService, section: Section | None, reader: Reader) -> Placing:
    """What editors placed there; nothing where recency is to do it alone."""
    found = _SECTION_FRONT(service.pk, section.pk) if section else _FRONT(service.pk)
    return placing_of(found[0] if found else None, reader.now)


def front_rows(
    service: LanguageService, section: Section | None, placing: Placing, reader: Reader
) -> FrontRows:
    """Two queries at most, whatever the length: what was placed, and what is newest.

    Filled from its own stories; placed ones may stand elsewhere, too.
    """
    placed: dict[int, PublishedStory] = {}
    if placing.cards:
        rows = _PLACED(*in_steps(placing.stories))
        placed = {row.pk: row for row in rows if reader.may_read(row)}
    newest = _Newest(service.pk, section.pk if section else None, frozenset(placed))
    return FrontRows(placing, placed, readable(newest, reader))


@dataclass(frozen=True)
class _Newest:
    """What is newest of a service, or of one of its sections, ``but`` what stands there already."""

    service: int
    section: int | None
    but: frozenset[int]

    def page(self, key: Key | None, many: int) -> list[PublishedStory]:
        but = in_steps(self.but)
        if key or many != PAGE_SIZE + 1:
            return _fill(self.service, self.section, *but).page(key, many)
        if self.section is None:
            return _NEWEST(self.service, *but)
        return _NEWEST_OF_SECTION(self.service, self.section, *but)


def _fill(service: int, section: int | None, *but: int) -> PublishedStoryQuerySet:
    rows = PublishedStory.objects.cards().filter(service_id=service).exclude(pk__in=but)
    return rows if section is None else rows.filter(section_id=section)


def _first_page(service: int, section: int | None, *but: int) -> PublishedStoryQuerySet:
    return _fill(service, section, *but).newest_first()[: PAGE_SIZE + 1]


_FRONTS = PublishedFront.objects
_FRONT = Prepared(lambda service: _FRONTS.filter(service_id=service, section=None)[:1])
_SECTION_FRONT = Prepared(
    lambda service, section: _FRONTS.filter(service_id=service, section_id=section)[:1]
)
_PLACED = Prepared(lambda *stories: PublishedStory.objects.cards().filter(pk__in=stories))
_NEWEST = Prepared(lambda service, *but: _first_page(service, None, *but))
_NEWEST_OF_SECTION = Prepared(_first_page)
