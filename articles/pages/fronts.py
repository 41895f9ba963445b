"""Fronts and lists: of a service, a section, a topic, an author, and of all services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from articles.models.published import LEADING_FOR, LEAST_URGENT, PublishedStory
from articles.models.service import LanguageService
from articles.pages.card import card_of, is_breaking
from articles.pages.feed_links import feed_links
from articles.pages.figure import first_end
from articles.pages.frame import About, build_frame, public_url, with_around
from articles.pages.reader import Reader
from articles.pages.shapes import Card, FrontPage, WorldPage
from articles.pages.spots import COMPACT, LEADING, TALL, WIDE, Spot
from articles.pages.structured import website

PAGE_SIZE = 30
WIDE_CARDS = 3
# Of the page of all services: one large, two tall, three flat, the rest tall.
WORLD_SPOTS = (LEADING, TALL, TALL, COMPACT, COMPACT, COMPACT)


def build_front_page(
    service: LanguageService, rows: Sequence[PublishedStory], reader: Reader, *, path: str
) -> FrontPage:
    """What leads, then the newest; the strip repeats the breaking story.

    ``rows`` may be read here; one more than a page holds says that there are more.
    """
    shown = rows[:PAGE_SIZE]
    lead = leading_of(shown, reader) if shown else None
    strip = strip_of(shown, reader)
    about = About(
        kind="front",
        title=f"{service.brand} – {service.tagline}" if service.tagline else service.brand,
        path=path,
        description=service.tagline,
        strip=strip,
        feeds=feed_links(service.brand, path, reader),
        jsonld=website(service, public_url(service, reader, path)),
    )
    lead_card = card_of(lead, reader, LEADING) if lead else None
    cards = cards_of([row for row in shown if row is not lead], reader, WIDE)
    return FrontPage(
        frame=build_frame(service, reader, about),
        lead=lead_card,
        cards=cards,
        older=older_of(rows, reader, path),
        until=first_end_of(cards if lead_card is None else (lead_card, *cards)),
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
        frame=with_around(
            replace(frame, sections=(), home_url=reader.carry("/"), search_url=""), reader
        ),
        cards=cards,
        until=first_end_of(cards),
    )


def cards_of(rows: Sequence[PublishedStory], reader: Reader, first: Spot) -> tuple[Card, ...]:
    """Some with wide pictures, the rest with small ones."""
    spots = (first, *[WIDE] * (WIDE_CARDS - 1), *[COMPACT] * len(rows))
    return tuple(card_of(row, reader, spot) for row, spot in zip(rows, spots, strict=False))


def first_end_of(cards: Sequence[Card]) -> datetime | None:
    return first_end(card.figure for card in cards)


def leading_of(rows: Sequence[PublishedStory], reader: Reader) -> PublishedStory:
    """As ``PublishedStoryQuerySet.leader_of_each_service``, over the rows of one page."""
    return min(rows, key=lambda row: _lead_rank(row, reader))


def _lead_rank(row: PublishedStory, reader: Reader) -> tuple[int, float]:
    fresh = row.published_at > reader.now - LEADING_FOR
    urgency = row.urgency if fresh else LEAST_URGENT
    return (0 if is_breaking(row, reader) else urgency, -row.published_at.timestamp())


def strip_of(rows: Sequence[PublishedStory], reader: Reader) -> Card | None:
    breaking = next((row for row in rows if is_breaking(row, reader)), None)
    return card_of(breaking, reader, None) if breaking else None


def older_of(rows: Sequence[PublishedStory], reader: Reader, path: str) -> str:
    """The next page's address; ``rows`` holds one more than a page shows."""
    if len(rows) <= PAGE_SIZE:
        return ""
    last = rows[PAGE_SIZE - 1]
    return reader.carry(path, before=f"{last.published_at.isoformat()}_{last.pk}")
