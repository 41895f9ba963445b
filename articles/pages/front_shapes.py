"""What fronts are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.pages.printable import Printable
from articles.pages.shapes import Card, Frame


@dataclass(frozen=True)
class Band(Printable):
    """Cards of one size side by side; ``shape`` is a class name."""

    shape: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class FrontPage(Printable):
    """A front or a list; ``heading`` is empty on a service's front.

    On a front ``beside`` stands beside the lead, ``bands`` under it; ``cards`` are the newest.
    ``until`` on every page: when a picture on it has to leave; ``renew_at``: when a pin or a label
    is over, and the page is better made anew.
    """

    frame: Frame
    lead: Card | None
    cards: tuple[Card, ...]
    older: str
    beside: tuple[Card, ...] = ()
    bands: tuple[Band, ...] = ()
    until: datetime | None = None
    renew_at: datetime | None = None
    heading: str = ""
    intro: str = ""


@dataclass(frozen=True)
class WorldPage(Printable):
    frame: Frame
    cards: tuple[Card, ...]
    until: datetime | None = None
    renew_at: datetime | None = None
