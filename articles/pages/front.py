"""A front: what editors placed, in their order and sizes; recency fills the rest.

Without a curated front recency is all there is: what leads, four beside it, three below, a list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.card import card_of
from articles.pages.feed_links import feed_links
from articles.pages.frame import build_frame, public_url
from articles.pages.front_shapes import Band, FrontPage
from articles.pages.fronts import (
    PAGE_SIZE,
    first_end_of,
    first_turn_of,
    leading_of,
    older_after,
)
from articles.pages.lists import Listing
from articles.pages.placing import Placed, Placing
from articles.pages.reader import Reader
from articles.pages.shapes import Card
from articles.pages.spots import COMPACT, FRONT_LEAD, LARGE, NEXT, STANDARD, Spot
from articles.pages.strip import strip_among
from articles.pages.structured import website
from articles.vocabularies import CardSize

BESIDE, BELOW = 4, 3
LEAST_FILL = 6  # of the newest, however much editors placed
MOST_BESIDE = 4
# A further lead is a large card: a page has one.
SPOTS: Mapping[str, tuple[str, Spot]] = {
    CardSize.LEAD: ("large", LARGE),
    CardSize.LARGE: ("large", LARGE),
    CardSize.STANDARD: ("standard", STANDARD),
    CardSize.COMPACT: ("compact", COMPACT),
}


@dataclass(frozen=True)
class FrontRows:
    """All of it may be read here. ``newest`` holds one more than fits if there are more."""

    placing: Placing
    placed: Mapping[int, PublishedStory]
    newest: Sequence[PublishedStory]


@dataclass(frozen=True)
class _Seat:
    row: PublishedStory
    placed: Placed | None = None

    @property
    def size(self) -> str:
        return self.placed.size if self.placed else ""


def build_front_page(
    service: LanguageService, rows: FrontRows, reader: Reader, listing: Listing
) -> FrontPage:
    seats = [_Seat(rows.placed[one.story], one) for one in rows.placing.cards
             if one.story in rows.placed]  # fmt: skip
    fill = [row for row in rows.newest if row.pk not in rows.placing.stories]
    room = max(PAGE_SIZE - len(seats), LEAST_FILL)
    page = _Layout(seats, [_Seat(row) for row in fill[:room]], rows.placed, reader).page()
    cards = [*([page.lead] if page.lead else []), *page.beside,
             *(card for band in page.bands for card in band.cards), *page.cards]  # fmt: skip
    older = older_after(fill[:room], reader, listing.path) if len(fill) > room else ""
    return FrontPage(
        frame=build_frame(service, reader, _about(service, rows, reader, listing)),
        lead=page.lead,
        beside=page.beside,
        bands=page.bands,
        cards=page.cards,
        older=older,
        until=first_end_of(cards),
        renew_at=first_turn_of(cards),
        heading=listing.heading,
        intro=listing.intro,
    )


def _about(service: LanguageService, rows: FrontRows, reader: Reader, listing: Listing) -> About:
    name = service.brand
    strip = strip_among([*rows.placed.values(), *rows.newest[:PAGE_SIZE]], service, reader)
    if listing.heading:
        return About(
            kind="front", title=f"{listing.heading} – {name}", path=listing.path, strip=strip,
            description=listing.intro, section=listing.section,
            resolution=reader.resolve(listing.facets(service)),
            feeds=feed_links(listing.title(service), listing.path, reader),
        )  # fmt: skip
    return About(
        kind="front",
        title=f"{name} – {service.tagline}" if service.tagline else name,
        path=listing.path,
        description=service.tagline,
        strip=strip,
        feeds=feed_links(name, listing.path, reader),
        jsonld=website(service, public_url(service, reader, listing.path)),
    )


@dataclass(frozen=True)
class _Zones:
    lead: Card | None = None
    beside: tuple[Card, ...] = ()
    bands: tuple[Band, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass
class _Layout:
    """Seats in the editors' order, then those of recency, dealt to the zones of a front."""

    seats: list[_Seat]
    fill: list[_Seat]
    rows: Mapping[int, PublishedStory]
    reader: Reader

    def page(self) -> _Zones:
        lead = self._lead()
        if lead is None:
            return _Zones()
        beside, rest = self._beside()
        bands = tuple(self._bands(rest))
        if not beside and not rest:  # the editors chose the lead alone, or nothing
            beside, self.fill = self.fill[:BESIDE], self.fill[BESIDE:]
            below, self.fill = self.fill[:BELOW], self.fill[BELOW:]
            bands = (self._band("standard", STANDARD, below),) if below else ()
        return _Zones(
            lead=self._card(lead, FRONT_LEAD),
            beside=tuple(
                self._card(seat, COMPACT if index else NEXT) for index, seat in enumerate(beside)
            ),
            bands=bands,
            cards=tuple(self._card(seat, COMPACT) for seat in self.fill),
        )

    def _lead(self) -> _Seat | None:
        if self.seats:
            return self.seats.pop(0)
        if not self.fill:
            return None
        row = leading_of([seat.row for seat in self.fill], self.reader)
        lead = next(seat for seat in self.fill if seat.row is row)
        self.fill.remove(lead)
        return lead

    def _beside(self) -> tuple[list[_Seat], list[_Seat]]:
        """Compact cards that follow the lead stand beside it; the others under it."""
        count = 0
        while count < min(MOST_BESIDE, len(self.seats)) and self._is_compact(count):
            count += 1
        return self.seats[:count], self.seats[count:]

    def _is_compact(self, index: int) -> bool:
        return self.seats[index].size == CardSize.COMPACT

    def _bands(self, seats: Sequence[_Seat]) -> list[Band]:
        groups = groupby(seats, key=lambda seat: SPOTS[seat.size])
        return [self._band(shape, spot, list(group)) for (shape, spot), group in groups]

    def _band(self, shape: str, spot: Spot, seats: Sequence[_Seat]) -> Band:
        return Band(shape, tuple(self._card(seat, spot) for seat in seats))

    def _card(self, seat: _Seat, spot: Spot) -> Card:
        links = seat.placed.also if seat.placed else ()
        also = [self.rows[number] for number in links if number in self.rows]
        return card_of(seat.row, self.reader, spot, placed=seat.placed, also=also)
