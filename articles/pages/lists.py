"""Lists of stories under a heading: of a section, a topic, an author, and a front's older pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.legal.facets import Facets
from articles.models.published import PublishedStory
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import Key, after, archive_path, front_path, search_path
from articles.pages.feed_links import RSS, feed_links
from articles.pages.figure import first_end
from articles.pages.frame import build_frame, public_url
from articles.pages.fronts import (
    PAGE_SIZE,
    WIDE_CARDS,
    cards_of,
    first_end_of,
    first_turn_of,
    older_after,
    stands_in_pairs,
)
from articles.pages.portrait import address_of, portrait_of
from articles.pages.printable import Printable
from articles.pages.reader import Reader
from articles.pages.shapes import Card, Figure, Frame, Link
from articles.pages.strip import strip_among
from articles.pages.structured import Crumb, collection


@dataclass(frozen=True)
class Listing:
    """What a list is of: its address, its words, and what the law must know of it.

    One that ``lives_by_its_stories`` is no page where none of them may be read: its name would
    tell of them. ``about`` is what structured data says that the page is about.
    """

    path: str
    heading: str = ""
    intro: str = ""
    section: Section | None = None
    topic: str = ""
    lives_by_its_stories: bool = False
    about: dict[str, str] = field(default_factory=dict)
    has_feeds: bool = True
    day: str = ""
    author: str = ""

    def facets(self, service: LanguageService) -> Facets:
        return Facets(
            service.slug,
            service.language,
            topics=frozenset({self.topic} - {""}),
            section=self.section.slug if self.section else "",
        )

    def title(self, service: LanguageService) -> str:
        return f"{self.heading} – {service.brand}" if self.heading else service.brand


@dataclass(frozen=True)
class ListPage(Printable):
    """``newest`` leads back to the first page; empty on that one. Days have neighbours."""

    frame: Frame
    heading: str
    intro: str
    cards: tuple[Card, ...]
    newest: str
    older: str
    ways: tuple[Link, ...]
    until: datetime | None = None
    renew_at: datetime | None = None
    earlier: Link | None = None
    later: Link | None = None
    portrait: Figure | None = None

    @property
    def abreast(self) -> tuple[Card, ...]:
        """With wide pictures, above the rest."""
        return self.cards if self.in_pairs else self.cards[:WIDE_CARDS]

    @property
    def rest(self) -> tuple[Card, ...]:
        return self.cards[len(self.abreast) :]

    @property
    def in_pairs(self) -> bool:
        return stands_in_pairs(len(self.cards))


def build_list_page(
    service: LanguageService,
    rows: Sequence[PublishedStory],
    reader: Reader,
    listing: Listing,
    *,
    key: Key | None = None,
) -> ListPage:
    """Newest first; ``rows`` may be read here, one more than a page holds says that there are
    more. They come after ``key``, or first."""
    shown = rows[:PAGE_SIZE]
    portrait = portrait_of(shown, listing.author, listing.heading, reader)
    if portrait:
        image = {"image": address_of(portrait, reader)}
        listing = replace(listing, about=listing.about | image)
    about = About(
        kind="list",
        title=listing.title(service),
        path=listing.path,
        description=listing.intro,
        section=listing.section,
        strip=strip_among(shown, service, reader),
        resolution=reader.resolve(listing.facets(service)),
        feeds=feed_links(listing.title(service), listing.path, reader) if listing.has_feeds else (),
        jsonld=_structured(service, reader, listing),
        components=frozenset({"portrait"} if portrait else ()),
        asked=after(key),
    )
    cards = cards_of(shown, reader)
    return ListPage(
        frame=build_frame(service, reader, about),
        heading=listing.heading,
        intro=listing.intro,
        cards=cards,
        newest=reader.carry(listing.path) if key else "",
        older=older_after(shown, reader, listing.path) if len(rows) > PAGE_SIZE else "",
        ways=_ways(service, reader, listing),
        until=min(filter(None, (first_end_of(cards), first_end([portrait]))), default=None),
        portrait=portrait,
        renew_at=first_turn_of(cards),
    )


def _ways(service: LanguageService, reader: Reader, listing: Listing) -> tuple[Link, ...]:
    """From a list to what lies beside it."""
    within = {
        "topic": listing.topic,
        "section": listing.section.slug if listing.section else "",
        "from": listing.day,
        "to": listing.day,
    }
    ways = [
        Link(gettext("Search here"), reader.carry(search_path(service.slug), **within)),
        Link(gettext("Archive"), reader.carry(archive_path(service.slug))),
    ]
    if listing.has_feeds:
        ways.append(Link(RSS.title, reader.carry(listing.path + RSS.file)))
    return tuple(ways)


def _structured(service: LanguageService, reader: Reader, listing: Listing) -> SafeString:
    home = public_url(service, reader, front_path(service.slug))
    url = public_url(service, reader, listing.path)
    crumbs = [Crumb(service.brand, home)]
    if listing.heading:
        crumbs.append(Crumb(listing.heading, url))
    return collection(service, crumbs, listing.intro, listing.about)
