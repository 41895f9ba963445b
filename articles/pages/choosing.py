"""Which stories stand on a list or a front: the choices before a page is built."""

from __future__ import annotations

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


def readable(stories: PublishedStoryQuerySet, reader: Reader) -> list[PublishedStory]:
    """The newest that may be read here: a page of them, and one more where there are more.

    What is withheld leaves no gap, and is not the key of the page after: its time and number
    would stand in that address. One query wherever nothing of the page is withheld.
    """
    found: list[PublishedStory] = []
    rest, asked = stories, PAGE_SIZE + 1
    for _look in range(LOOKS):
        rows = list(rest.newest_first()[:asked])
        found += [row for row in rows if reader.may_read(row)]
        if len(found) > PAGE_SIZE or len(rows) < asked:
            break
        rest, asked = stories.before(rows[-1].published_at, rows[-1].pk), LOOK_AT
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
