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
class StoryPage:
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
    parts: tuple[HtmlPart | FigurePart, ...]
    gallery: tuple[Figure, ...]
    byline: tuple[BylinePart, ...]
    topics: tuple[Link, ...]
    section: Link | None
    publisher: Publisher | None
    notices_top: tuple[Notice, ...]
    notices_foot: tuple[Notice, ...]
    translations: tuple[LanguageLink, ...]
    corrections: tuple[Correction, ...]
    notices_share: tuple[Notice, ...]
    share_url: str
    until: datetime | None
    developing: bool = False
    video_url: str = ""
    renew_at: datetime | None = None
