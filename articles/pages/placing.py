"""The curated front on air, as its document keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models.published_front import PublishedFront
from articles.pages.figure import Photo
from articles.vocabularies import CardSize


@dataclass(frozen=True)
class Placed:
    """A card that editors placed. ``is_bare``: without a picture; ``photo``: another one."""

    story: int
    size: str = CardSize.STANDARD
    headline: str = ""
    photo: Photo | None = None
    is_bare: bool = False
    crop: str = ""
    until: datetime | None = None
    also: tuple[int, ...] = ()


@dataclass(frozen=True)
class Placing:
    """What is curated of a front now: pins that are over have left."""

    cards: tuple[Placed, ...] = ()

    @property
    def stories(self) -> set[int]:
        return {number for card in self.cards for number in (card.story, *card.also)}


def placing_of(front: PublishedFront | None, now: datetime) -> Placing:
    rows = front.document.get("cards", ()) if front else ()
    cards = (_placed(row) for row in rows)
    return Placing(tuple(card for card in cards if card.until is None or card.until > now))


def leading_ids(front: PublishedFront, now: datetime) -> list[int]:
    """The first cards of a front: the first that may be read leads its service."""
    return [pk for pk, until in front.leads if not until or datetime.fromisoformat(until) > now]


def ends_of_leads(front: PublishedFront, now: datetime) -> list[datetime]:
    moments = (datetime.fromisoformat(until) for _pk, until in front.leads if until)
    return [moment for moment in moments if moment > now]


def _placed(row: Mapping[str, Any]) -> Placed:
    return Placed(
        story=row["story"],
        size=row["size"],
        headline=row["headline"],
        photo=row["photo"],
        is_bare=row["bare"],
        crop=row["crop"],
        until=datetime.fromisoformat(row["until"]) if row["until"] else None,
        also=tuple(row["also"]),
    )
