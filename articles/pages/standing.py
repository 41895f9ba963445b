"""Standing data: services, sections and law, in memory per process, renewed by the ledger.

Whoever asks gets a whole, immutable snapshot; a renewal replaces it. The ledger is looked at
once in 100 ms of traffic, so that a lost wake-up heals by itself.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils.safestring import SafeString

from articles.caching import ledger, tags
from articles.legal.atlas import load_atlas
from articles.legal.law import LawBook
from articles.legal.rules import load_rules
from articles.models.section import Section
from articles.models.service import LanguageService

LOOK_EVERY = 0.1  # seconds
WATCHED = {tags.STANDING, tags.NOTICES}


@dataclass(frozen=True)
class Standing:
    services: dict[str, LanguageService]
    sections: dict[int, Section]
    book: LawBook
    position: int
    by_id: dict[int, LanguageService] = field(default_factory=dict)
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
        self.looked_at = 0.0


_memory = _Memory()


def get(now: datetime) -> Standing:
    """The standing data; at most one cheap query in 100 ms while nothing has changed."""
    if standing := _fresh():
        return standing
    with _memory.lock:
        # Those who waited for the lock need not look again.
        return _fresh() or _renewed(_memory.standing, now)


def forget() -> None:
    """For tests, whose databases come and go under one process."""
    _memory.standing = None
    _memory.looked_at = 0.0


def _fresh() -> Standing | None:
    is_fresh = time.monotonic() - _memory.looked_at < LOOK_EVERY
    return _memory.standing if is_fresh else None


def _renewed(standing: Standing | None, now: datetime) -> Standing:
    if standing is None:
        standing = _load(now)
    else:
        position, touched = ledger.touched_since(standing.position)
        if touched & WATCHED:
            standing = _load(now)
        elif position != standing.position:
            standing = replace(standing, position=position)
    _memory.standing, _memory.looked_at = standing, time.monotonic()
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
    )
