"""Standing data: services, sections and law, in memory per process, renewed by the ledger.

Whoever asks gets a whole, immutable snapshot; a renewal replaces it. The ledger is looked at
once in 100 ms of traffic, so that a lost wake-up heals by itself.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.utils.safestring import SafeString

from articles.caching import ledger, tags
from articles.legal.atlas import Atlas, Place, load_atlas
from articles.legal.rules import Rule, load_rules
from articles.legal.zones import zone_of
from articles.models.published import PublishedStory
from articles.models.section import Section
from articles.models.service import LanguageService
from articles.vocabularies import NoticeKind, TargetDimension

LOOK_EVERY = 0.1  # seconds
WATCHED = {tags.STANDING, tags.NOTICES}


@dataclass(frozen=True)
class Standing:
    services: dict[str, LanguageService]
    sections: dict[int, Section]
    rules: tuple[Rule, ...]
    atlas: Atlas
    position: int
    by_id: dict[int, LanguageService] = field(default_factory=dict)
    # Stories that a rule names, by translation key: orders reach all language versions.
    ordered_stories: dict[UUID, frozenset[str]] = field(default_factory=dict)
    # The rules that can withhold a story, with the alternatives of each.
    withholding: tuple[Rule, ...] = ()
    # Rendered mastheads and feet (pages/around.py); forgotten with the rest.
    parts: dict[tuple[object, ...], SafeString] = field(default_factory=dict, compare=False)

    def sections_of(self, service: LanguageService) -> list[Section]:
        return [one for one in self.sections.values() if one.service_id == service.pk]

    def section(self, service: LanguageService, slug: str) -> Section | None:
        return next((one for one in self.sections_of(service) if one.slug == slug), None)

    def zone(self, place: Place, now: datetime) -> str:
        return zone_of(place, self.rules, self.atlas, now)


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
    rules = load_rules(now)
    return Standing(
        services={service.slug: service for service in services},
        sections={section.pk: section for section in Section.objects.all()},
        rules=rules,
        atlas=load_atlas(),
        position=position,
        by_id={service.pk: service for service in services},
        ordered_stories=_ordered_stories(rules),
        withholding=_withholding(rules),
    )


def _withholding(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    groups = {rule.group_key for rule in rules if rule.kind == NoticeKind.WITHHELD} - {""}
    return tuple(
        rule for rule in rules if rule.kind == NoticeKind.WITHHELD or rule.group_key in groups
    )


def _ordered_stories(rules: tuple[Rule, ...]) -> dict[UUID, frozenset[str]]:
    targets = (rule.target(TargetDimension.STORY.value) for rule in rules)
    named = {int(value) for target in targets for value in target.include | target.exclude}
    if not named:
        return {}
    found: dict[UUID, frozenset[str]] = {}
    rows = PublishedStory.objects.filter(pk__in=named).values_list("translation_key", "pk")
    for key, story_id in rows:
        found[key] = found.get(key, frozenset()) | {str(story_id)}
    return found
