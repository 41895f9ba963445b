"""Standing data: services, sections, strips and law, in memory per process, renewed by the ledger.

Whoever asks gets a whole, immutable snapshot; a renewal replaces it (caching/watch.py says when).
"""

from __future__ import annotations

import threading
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime

from django.db import Error
from django.utils.safestring import SafeString

from articles.caching import ledger, tags
from articles.caching.lending import lending
from articles.caching.watch import watch
from articles.legal.atlas import load_atlas
from articles.legal.law import LawBook
from articles.legal.rules import load_rules
from articles.models.breaking_alert import BreakingAlert
from articles.models.published import PublishedStory
from articles.models.section import Section
from articles.models.service import LanguageService

WATCHED = {tags.STANDING, tags.NOTICES, tags.ALERTS}


@dataclass(frozen=True)
class Alert:
    """A strip that is up: its words, or those of the story that it leads to."""

    label: str
    text: str
    raised_at: datetime
    until: datetime
    row: PublishedStory | None


@dataclass(frozen=True)
class Standing:
    services: dict[str, LanguageService]
    sections: dict[int, Section]
    book: LawBook
    position: int
    by_id: dict[int, LanguageService] = field(default_factory=dict)
    # By service: one strip each.
    alerts: dict[int, Alert] = field(default_factory=dict)
    # Rendered mastheads and feet (pages/around.py); forgotten with the rest.
    parts: dict[tuple[object, ...], SafeString] = field(default_factory=dict, compare=False)
    # Names of places by language and code (pages/where.py).
    names: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    def sections_of(self, service: LanguageService) -> list[Section]:
        return [one for one in self.sections.values() if one.service_id == service.pk]

    def section(self, service: LanguageService, slug: str) -> Section | None:
        return next((one for one in self.sections_of(service) if one.slug == slug), None)


class _Memory:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.standing: Standing | None = None
        self.changed_at = 0  # the ledger's position of the newest change of standing data

    def note(self, position: int, touched: Set[str]) -> None:
        if touched & WATCHED:
            if self.standing and self.standing.position > position:
                self.standing = None  # the ledger went back: a restored backup
            self.changed_at = position

    def fresh(self) -> Standing | None:
        standing = self.standing
        return standing if standing and standing.position >= self.changed_at else None


def service_at(host: str, services: dict[str, LanguageService]) -> LanguageService | None:
    """Whose own domain ``host`` (with or without a port) is."""
    name = host.partition(":")[0].lower().rstrip(".")
    return next((one for one in services.values() if one.domain == name), None)


_memory = _Memory()
watch.subscribe(_memory.note)


def get(now: datetime) -> Standing:
    """The standing data; at most one cheap query in 100 ms while nothing has changed.

    With the database away, what is known goes on being served.
    """
    watch.look()
    if standing := _memory.fresh():
        return standing
    with _memory.lock:
        return _memory.fresh() or _renewed(now)


def is_current(standing: Standing) -> bool:
    """False for what is known from before a change that could not be read again."""
    return standing.position >= _memory.changed_at


def forget() -> None:
    """For tests, whose databases come and go under one process."""
    watch.reset()
    lending.close()
    _memory.standing, _memory.changed_at = None, 0


def _renewed(now: datetime) -> Standing:
    try:
        with lending.borrowed():  # a reader of a kept page has none: see caching/lending.py
            standing = _load(now)
    except Error:
        if _memory.standing is None:
            raise
        return _memory.standing
    if not ledger.is_in_transaction():  # what may yet be rolled back is for its author alone
        _memory.standing = standing
    return standing


def _load(now: datetime) -> Standing:
    position = ledger.position()  # before reading: a change in between is read again
    services = list(LanguageService.objects.select_related("publisher"))
    return Standing(
        services={service.slug: service for service in services},
        sections={section.pk: section for section in Section.objects.all()},
        book=LawBook(load_rules(now), load_atlas()),
        position=position,
        by_id={service.pk: service for service in services},
        alerts=_alerts(now),
    )


def _alerts(now: datetime) -> dict[int, Alert]:
    """The newest of each service; one whose story is not on air says what it says without it."""
    found = list(BreakingAlert.objects.up(now))
    stories = {one.story_id for one in found if one.story_id} if found else set()
    rows = PublishedStory.objects.cards().in_bulk(stories) if stories else {}
    alerts: dict[int, Alert] = {}
    for one in found:
        row = rows.get(one.story_id or 0)
        if one.text or row:
            alert = Alert(one.label, one.text, one.raised_at, one.until, row)
            alerts.setdefault(one.service_id, alert)
    return alerts
