"""What a story page is made of, beside the shapes that all pages share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from articles.pages.byline import BylinePart
from articles.pages.shapes import Figure, Frame, LanguageLink, Link, Moment, Notice


@dataclass(frozen=True)
class HtmlPart:
    html: SafeString
    kind: str = "html"


@dataclass(frozen=True)
class FigurePart:
    figure: Figure
    kind: str = "figure"


@dataclass(frozen=True)
class QuotePart:
    html: SafeString
    source: str
    kind: str = "quote"


@dataclass(frozen=True)
class EmbedPart:
    """A link: nothing is asked of the provider before a reader taps it."""

    url: str
    provider: str
    title: str
    kind: str = "embed"


@dataclass(frozen=True)
class RelatedPart:
    link: Link
    kind: str = "related"


@dataclass(frozen=True)
class FactPart:
    title: str
    html: SafeString
    heading_id: str
    kind: str = "fact"


Part = HtmlPart | FigurePart | QuotePart | EmbedPart | RelatedPart | FactPart


@dataclass(frozen=True)
class Correction:
    kind_label: str
    moment: Moment
    text: str


@dataclass(frozen=True)
class Publisher:
    name: str
    description: str
    figure: Figure | None


@dataclass(frozen=True)
class Share:
    """``url`` is the story's own address, ``letter`` one that opens a letter with it."""

    url: str
    letter: str


@dataclass(frozen=True)
class StoryPage:
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
