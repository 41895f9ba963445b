"""Lists: of a section, a topic, an author, and of all services; pages/front.py makes fronts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from articles.models.published import LEADING_FOR, LEAST_URGENT, PublishedStory
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import after
from articles.pages.card import card_of, is_breaking
from articles.pages.figure import first_end
from articles.pages.frame import build_frame, public_url, with_around
from articles.pages.front_shapes import WorldPage
from articles.pages.reader import Reader
from articles.pages.shapes import Card
from articles.pages.spots import (
    COMPACT,
    FIRST_OF_A_LIST,
    FIRST_OF_A_PAIR,
    LARGE,
    LEADING,
    TALL,
    WIDE,
)
from articles.pages.structured import website

PAGE_SIZE = 30
WIDE_CARDS = 3
# Of the page of all services: one large, two tall, three flat, the rest tall.
WORLD_SPOTS = (LEADING, TALL, TALL, COMPACT, COMPACT, COMPACT)


def build_world_page(
    service: LanguageService,
    rows: Sequence[PublishedStory],
    reader: Reader,
    renew_at: datetime | None = None,
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
        among_services=True,
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
        renew_at=min(filter(None, (first_turn_of(cards), renew_at)), default=None),
    )


def cards_of(rows: Sequence[PublishedStory], reader: Reader) -> tuple[Card, ...]:
    """Some with wide pictures, the rest with small ones."""
    if stands_in_pairs(len(rows)):
        spots = (FIRST_OF_A_PAIR, *[LARGE] * len(rows))
    else:
        spots = (FIRST_OF_A_LIST, *[WIDE] * (WIDE_CARDS - 1), *[COMPACT] * len(rows))
    return tuple(card_of(row, reader, spot) for row, spot in zip(rows, spots, strict=False))


def stands_in_pairs(count: int) -> bool:
    """So few stories that three in a row would leave a hole, or one alone in the next."""
    return count in (1, 2, 4)


def first_end_of(cards: Sequence[Card]) -> datetime | None:
    return first_end(card.figure for card in cards)


def first_turn_of(cards: Sequence[Card]) -> datetime | None:
    """When the first label or pin of ``cards`` is over."""
    return min((card.renew_at for card in cards if card.renew_at), default=None)


def leading_of(rows: Sequence[PublishedStory], reader: Reader) -> PublishedStory:
    """As ``PublishedStoryQuerySet.leader_of_each_service``, over the rows of one page."""
    return min(rows, key=lambda row: _lead_rank(row, reader))


def _lead_rank(row: PublishedStory, reader: Reader) -> tuple[int, float]:
    fresh = row.published_at > reader.now - LEADING_FOR
    urgency = row.urgency if fresh else LEAST_URGENT
    return (0 if is_breaking(row, reader) else urgency, -row.published_at.timestamp())


def older_after(shown: Sequence[PublishedStory], reader: Reader, path: str) -> str:
    """The address of the page after those ``shown``; empty where nothing is."""
    if not shown:
        return ""
    last = shown[-1]
    return reader.carry(path, **after((last.published_at, last.pk)))
