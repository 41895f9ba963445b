"""Which stories stand on a list or a front: the choices before a page is built."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from articles.models.published import PublishedStory, PublishedStoryQuerySet
from articles.models.published_front import PublishedFront
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.front import FrontRows
from articles.pages.fronts import PAGE_SIZE
from articles.pages.placing import Placing, placing_of
from articles.pages.reader import Reader

# How far one looks for a story that may be read, where a whole service may be withheld.
LOOK_AT = 300
LOOKS = 10
Key = tuple[datetime, int]


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
    row = PublishedFront.objects.filter(service_id=service.pk, section=section).first()
    return placing_of(row, reader.now)


def front_rows(stories: PublishedStoryQuerySet, placing: Placing, reader: Reader) -> FrontRows:
    """Two queries at most, whatever the length: what was placed, and what is newest.

    ``stories`` are those from which the front is filled; placed ones may stand elsewhere, too.
    """
    placed: dict[int, PublishedStory] = {}
    if placing.cards:
        rows = PublishedStory.objects.cards().in_bulk(placing.stories)
        placed = {pk: row for pk, row in rows.items() if reader.may_read(row)}
    return FrontRows(placing, placed, readable(stories.exclude(pk__in=placed), reader))
