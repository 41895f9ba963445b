"""Fronts and lists: of a service, a section, a topic, an author, and of all services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from articles.legal.facets import Facets
from articles.models.published import LEADING_FOR, LEAST_URGENT, PublishedStory
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.card import card_of, is_breaking
from articles.pages.figure import first_end
from articles.pages.frame import About, build_frame, public_url, with_around
from articles.pages.reader import Reader
from articles.pages.shapes import Card, FrontPage, WorldPage
from articles.pages.spots import COMPACT, FIRST_OF_A_LIST, LEADING, TALL, WIDE, Spot
from articles.pages.structured import website

PAGE_SIZE = 30
WIDE_CARDS = 3
# Of the page of all services: one large, two tall, three flat, the rest tall.
WORLD_SPOTS = (LEADING, TALL, TALL, COMPACT, COMPACT, COMPACT)


@dataclass(frozen=True)
class Listing:
    """What a list is of: its address, its words, and what the law must know of it.

    One that ``lives_by_its_stories`` is no page where none of them may be read: its name would
    tell of them.
    """

    path: str
    heading: str = ""
    intro: str = ""
    section: Section | None = None
    topic: str = ""
    lives_by_its_stories: bool = False

    def facets(self, service: LanguageService) -> Facets:
        return Facets(
            service.slug,
            service.language,
            topics=frozenset({self.topic} - {""}),
            section=self.section.slug if self.section else "",
        )


def build_front_page(
    service: LanguageService, rows: Sequence[PublishedStory], reader: Reader, *, path: str
) -> FrontPage:
    """What leads, then the newest; the strip repeats the breaking story.

    ``rows`` may be read here; one more than a page holds says that there are more.
    """
    shown = rows[:PAGE_SIZE]
    lead = leading_of(shown, reader) if shown else None
    strip = _strip(shown, reader)
    about = About(
        kind="front",
        title=f"{service.brand} – {service.tagline}" if service.tagline else service.brand,
        path=path,
        description=service.tagline,
        strip=strip,
        jsonld=website(service, public_url(service, reader, path)),
    )
    lead_card = card_of(lead, reader, LEADING) if lead else None
    cards = _cards([row for row in shown if row is not lead], reader, WIDE)
    return FrontPage(
        frame=build_frame(service, reader, about),
        lead=lead_card,
        cards=cards,
        older=_older(rows, reader, path),
        until=_first_end(cards if lead_card is None else (lead_card, *cards)),
    )


def build_list_page(
    service: LanguageService, rows: Sequence[PublishedStory], reader: Reader, listing: Listing
) -> FrontPage:
    """Newest first, under a heading; ``rows`` as for a front."""
    shown = rows[:PAGE_SIZE]
    about = About(
        kind="front",
        title=f"{listing.heading} – {service.brand}" if listing.heading else service.brand,
        path=listing.path,
        description=listing.intro,
        section=listing.section,
        strip=_strip(shown, reader),
        resolution=reader.resolve(listing.facets(service)),
    )
    cards = _cards(shown, reader, FIRST_OF_A_LIST)
    return FrontPage(
        frame=build_frame(service, reader, about),
        lead=None,
        cards=cards,
        older=_older(rows, reader, listing.path),
        until=_first_end(cards),
        heading=listing.heading,
        intro=listing.intro,
    )


def build_world_page(
    service: LanguageService, rows: Sequence[PublishedStory], reader: Reader
) -> WorldPage:
    """Every service's leading story, breaking ones first; the frame is the first service's."""
    shown = [row for row in rows if reader.may_read(row)]
    shown.sort(
        key=lambda row: (
            not is_breaking(row, reader),
            reader.standing.by_id[row.service_id].position,
        )
    )
    about = About(
        kind="world",
        title=service.brand,
        path="/",
        description=service.tagline,
        jsonld=website(service, public_url(service, reader, "/")),
        scripts=frozenset(reader.standing.by_id[row.service_id].script for row in shown),
    )
    frame = build_frame(service, reader, about)
    spots = (*WORLD_SPOTS, *[TALL] * len(shown))
    cards = tuple(
        card_of(row, reader, spot, among_services=True)
        for row, spot in zip(shown, spots, strict=False)
    )
    return WorldPage(
        frame=with_around(replace(frame, sections=(), home_url=reader.carry("/")), reader),
        cards=cards,
        until=_first_end(cards),
    )


def _cards(rows: Sequence[PublishedStory], reader: Reader, first: Spot) -> tuple[Card, ...]:
    """Some with wide pictures, the rest with small ones."""
    spots = (first, *[WIDE] * (WIDE_CARDS - 1), *[COMPACT] * len(rows))
    return tuple(card_of(row, reader, spot) for row, spot in zip(rows, spots, strict=False))


def _first_end(cards: Sequence[Card]) -> datetime | None:
    return first_end(card.figure for card in cards)


def leading_of(rows: Sequence[PublishedStory], reader: Reader) -> PublishedStory:
    """As ``PublishedStoryQuerySet.leader_of_each_service``, over the rows of one page."""
    return min(rows, key=lambda row: _lead_rank(row, reader))


def _lead_rank(row: PublishedStory, reader: Reader) -> tuple[int, float]:
    fresh = row.published_at > reader.now - LEADING_FOR
    urgency = row.urgency if fresh else LEAST_URGENT
    return (0 if is_breaking(row, reader) else urgency, -row.published_at.timestamp())


def _strip(rows: Sequence[PublishedStory], reader: Reader) -> Card | None:
    breaking = next((row for row in rows if is_breaking(row, reader)), None)
    return card_of(breaking, reader, None) if breaking else None


def _older(rows: Sequence[PublishedStory], reader: Reader, path: str) -> str:
    """The next page's address; ``rows`` holds one more than a page shows."""
    if len(rows) <= PAGE_SIZE:
        return ""
    last = rows[PAGE_SIZE - 1]
    return reader.carry(path, before=f"{last.published_at.isoformat()}_{last.pk}")
