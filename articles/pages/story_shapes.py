"""What a story page is made of, beside the shapes that all pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from articles.pages.byline import BylinePart
from articles.pages.live_shapes import Coverage
from articles.pages.printable import Printable
from articles.pages.shapes import Figure, Frame, LanguageLink, Link, Moment, Notice, Share


@dataclass(frozen=True)
class HtmlPart(Printable):
    html: SafeString
    kind: str = "html"


@dataclass(frozen=True)
class FigurePart(Printable):
    figure: Figure
    kind: str = "figure"


@dataclass(frozen=True)
class QuotePart(Printable):
    html: SafeString
    source: str
    kind: str = "quote"


@dataclass(frozen=True)
class EmbedPart(Printable):
    """A link: nothing is asked of the provider before a reader taps it."""

    url: str
    provider: str
    title: str
    kind: str = "embed"


@dataclass(frozen=True)
class RelatedPart(Printable):
    link: Link
    kind: str = "related"


@dataclass(frozen=True)
class FactPart(Printable):
    title: str
    html: SafeString
    heading_id: str
    kind: str = "fact"


Part = HtmlPart | FigurePart | QuotePart | EmbedPart | RelatedPart | FactPart


@dataclass(frozen=True)
class Correction(Printable):
    kind_label: str
    moment: Moment
    text: str


@dataclass(frozen=True)
class Publisher(Printable):
    name: str
    description: str
    figure: Figure | None


@dataclass(frozen=True)
class StoryPage(Printable):
    """At ``renew_at`` it becomes one of the archive, and is made anew."""

    frame: Frame
    kicker: str
    breaking: bool
    label: str
    headline: str
    standfirst: str
    published: Moment
    revised: Moment | None
    dateline: str
    lead: Figure | None
    parts: tuple[Part, ...]
    gallery: tuple[Figure, ...]
    byline: tuple[BylinePart, ...]
    topics: tuple[Link, ...]
    section: Link | None
    publisher: Publisher | None
    notices_top: tuple[Notice, ...]
    notices_foot: tuple[Notice, ...]
    translations: tuple[LanguageLink, ...]
    corrections: tuple[Correction, ...]
    changes: tuple[Correction, ...]
    notices_share: tuple[Notice, ...]
    share: Share | None
    more: tuple[Link, ...]
    reading_time: str
    archive_note: str
    renew_at: datetime | None
    until: datetime | None
    coverage: Coverage | None = None
    developing: bool = False
    video_url: str = ""
