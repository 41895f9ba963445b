"""The search page: what was asked, what was found, and what to do when nothing was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models.published import PublishedStory
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.pages.about import About
from articles.pages.addresses import Key, after, archive_path, search_path
from articles.pages.card import card_of
from articles.pages.frame import build_frame
from articles.pages.fronts import PAGE_SIZE, first_end_of
from articles.pages.highlight import holds, marked, passage
from articles.pages.printable import Printable
from articles.pages.reader import Reader
from articles.pages.shapes import Card, Frame, Link
from articles.pages.spots import COMPACT

LATEST = 6


@dataclass(frozen=True)
class Question:
    """``terms`` are what the index is asked for; ``since`` and ``until`` are days, both within."""

    text: str = ""
    terms: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    section: Section | None = None
    topic: str = ""

    def parameters(self) -> dict[str, str]:
        return {
            "q": self.text,
            "from": self.since.isoformat() if self.since else "",
            "to": self.until.isoformat() if self.until else "",
            "section": self.section.slug if self.section else "",
            "topic": self.topic,
        }

    @property
    def is_narrowed(self) -> bool:
        return any(text for name, text in self.parameters().items() if name != "q")


@dataclass(frozen=True)
class Choice(Printable):
    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True)
class Result(Printable):
    card: Card
    headline: SafeString
    text: SafeString


@dataclass(frozen=True)
class SearchPage(Printable):
    """Where nothing was found there are the ``latest``, and ``meant``: what finds something."""

    frame: Frame
    action: str
    hidden: tuple[tuple[str, str], ...]
    question: Question
    sections: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    results: tuple[Result, ...]
    latest: tuple[Card, ...]
    meant: tuple[Link, ...]
    older: str
    newest: str
    without_filters: str
    archive: Link
    until: datetime | None = None


@dataclass(frozen=True)
class Found:
    """``bodies`` are plain texts by story, ``topics`` names by address: of what may be shown.

    They come after ``key``, or first.
    """

    rows: Sequence[PublishedStory] = ()
    bodies: Mapping[int, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    latest: Sequence[PublishedStory] = ()
    key: Key | None = None
    meant: Sequence[str] = ()


def build_search_page(
    service: LanguageService, question: Question, found: Found, reader: Reader
) -> SearchPage:
    path, said = search_path(service.slug), question.parameters()
    about = About(
        kind="search",
        title=f"{gettext('Search')} – {service.brand}",
        path=path,
        noindex=bool(question.text),
        asked=said | after(found.key),
    )
    shown = found.rows[:PAGE_SIZE]
    results = tuple(_result(row, question, found, reader) for row in shown)
    latest = tuple(card_of(row, reader, None) for row in found.latest[:LATEST])
    return SearchPage(
        frame=build_frame(service, reader, about),
        action=reader.carry.bare(path),
        hidden=reader.carry.parameters,
        question=question,
        sections=_sections(service, question, reader),
        topics=_topics(question, found.topics),
        results=results,
        latest=latest,
        meant=tuple(Link(one, reader.carry(path, **said | {"q": one})) for one in found.meant),
        older=_older(found.rows, path, said, reader),
        newest=reader.carry(path, **said) if found.key else "",
        without_filters=reader.carry(path, q=question.text) if question.is_narrowed else "",
        archive=Link(gettext("Archive"), reader.carry(archive_path(service.slug))),
        until=first_end_of([result.card for result in results]),
    )


def is_told_by_its_head(row: PublishedStory, question: Question) -> bool:
    """Whether headline and standfirst show why it was found."""
    return holds(f"{row.headline} {row.standfirst}", question.terms)


def _result(row: PublishedStory, question: Question, found: Found, reader: Reader) -> Result:
    text = passage(found.bodies.get(row.pk, ""), question.terms) or row.standfirst
    return Result(
        card=card_of(row, reader, COMPACT),
        headline=marked(row.headline, question.terms),
        text=marked(text, question.terms),
    )


def _sections(service: LanguageService, question: Question, reader: Reader) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.slug, one.name, one == question.section)
        for one in reader.standing.sections_of(service)
    )


def _topics(question: Question, names: Mapping[str, str]) -> tuple[Choice, ...]:
    by_name = sorted(names.items(), key=lambda row: row[1].casefold())
    return tuple(Choice(slug, name, slug == question.topic) for slug, name in by_name)


def _older(
    rows: Sequence[PublishedStory], path: str, said: Mapping[str, str], reader: Reader
) -> str:
    if len(rows) <= PAGE_SIZE:
        return ""
    last = rows[PAGE_SIZE - 1]
    return reader.carry(path, **said, **after((last.published_at, last.pk)))
