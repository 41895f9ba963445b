"""What every page is made of: plain, frozen values that templates print."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.safestring import SafeString

from articles.pages.printable import Printable


@dataclass(frozen=True)
class Link(Printable):
    text: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class LanguageLink(Printable):
    """``text`` is the language's own name; ``language`` a BCP 47 tag."""

    text: str
    url: str
    language: str
    direction: str
    current: bool = False


@dataclass(frozen=True)
class Moment(Printable):
    """``iso`` with offset, ``text`` as readers of the language write it, ``zone`` in words."""

    iso: str
    text: str
    zone: str


@dataclass(frozen=True)
class Figure(Printable):
    """``avif``, ``webp`` and ``jpeg`` are ``srcset`` values, ``looks`` are class names.

    Without ``src`` the rights are over: caption and credit stand alone. At ``until`` they will be.
    ``light_url`` is a small JPEG for the text-only edition, of ``light_kb`` if that is known.
    """

    photo: int
    caption: str
    credit: str
    licence_url: str = ""
    until: datetime | None = None
    alt: str = ""
    width: int = 0
    height: int = 0
    src: str = ""
    avif: str = ""
    webp: str = ""
    jpeg: str = ""
    sizes: str = ""
    looks: str = ""
    light_url: str = ""
    light_kb: int = 0
    number: str = ""
    is_first: bool = False


@dataclass(frozen=True)
class Notice(Printable):
    slug: str
    kind: str
    title: str
    body: SafeString
    link: Link | None
    language: str
    direction: str
    scale: str
    verbatim: bool
    prominent: bool
    heading_id: str

    @property
    def is_bare(self) -> bool:
        """A title and nothing else."""
        return not self.body and self.link is None


@dataclass(frozen=True)
class Where(Printable):
    """``said``: where the reader says to be; ``previewed``: as whom staff read; or empty.

    ``text_url`` leads to this page without pictures, ``full_url`` back.
    """

    said: str
    change_url: str
    undo_url: str
    previewed: str
    text_url: str
    full_url: str


@dataclass(frozen=True)
class Strip(Printable):
    """On top of a page, up to ``until``; without ``url`` there is no story yet.

    One that ``repeats`` its story's headline is not needed above that story itself.
    """

    label: str
    text: str
    url: str
    moment: Moment
    until: datetime
    repeats: bool = True


@dataclass(frozen=True)
class Card(Printable):
    """A story in a list, in the words of its own language.

    ``service`` and ``autonym`` are only set where services mix; ``also`` are links under the card.
    ``has_lens`` marks a video. At ``renew_at`` a label or a pin of it is over.
    """

    url: str
    headline: str
    standfirst: str
    kicker: str
    label: str
    moment: Moment
    figure: Figure | None
    breaking: bool
    breaking_label: str
    language: str
    direction: str
    dateline: str
    shape: str = ""
    section: str = ""
    service: str = ""
    autonym: str = ""
    script: str = ""
    developing: bool = False
    developing_label: str = ""
    also: tuple[Link, ...] = ()
    has_lens: bool = False
    renew_at: datetime | None = None


@dataclass(frozen=True)
class Share(Printable):
    """``url`` is the story's own address, ``letter`` one that opens a letter with it."""

    url: str
    letter: str


@dataclass(frozen=True)
class FeedLink(Printable):
    """For a head: a feed of what the page lists."""

    type: str
    title: str
    url: str


@dataclass(frozen=True)
class Frame(Printable):
    """Head, masthead and foot: what is around every page.

    ``js`` are static files, which no page needs.
    """

    # Whose strip can stand on the page; empty: none ever does.
    service: str
    language: str
    direction: str
    script: str
    brand: str
    tagline: str
    home_url: str
    sections: tuple[Link, ...]
    services: tuple[LanguageLink, ...]
    strip: Strip | None
    banners: tuple[Notice, ...]
    demo_places: tuple[Link, ...]
    is_demo: bool
    title: str
    description: str
    canonical: str
    alternates: tuple[LanguageLink, ...]
    og: tuple[tuple[str, str], ...]
    jsonld: SafeString
    robots: str
    css: SafeString
    csp_hash: str
    publisher_name: str
    year: str
    footer_note: str
    where: Where
    is_text: bool = False
    exit_url: str = ""
    js: tuple[str, ...] = ()
    contact_url: str = ""
    donate_url: str = ""
    may_be_stored: bool = True
    search_url: str = ""
    feeds: tuple[FeedLink, ...] = ()
    masthead: SafeString = field(default=SafeString())
    footer: SafeString = field(default=SafeString())
