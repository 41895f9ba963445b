"""The law of one span of time: ``resolve`` and ``zone_of``, prepared once and asked often.

Between two boundaries nothing starts or ends, so that what a place decides can be kept. The
answers are those of the pure functions; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from articles.legal.atlas import Atlas, Place
from articles.legal.facets import Facets, concerns
from articles.legal.resolve import Resolution, Shown, settle, shown_of, with_warnings
from articles.legal.rules import Rule, next_change
from articles.legal.verdict import judge_place
from articles.legal.zones import zone_of
from articles.vocabularies import NoticeKind, TargetDimension

LONGEST_LIFE = timedelta(seconds=300)


class Docket:
    """What the rules decide for one zone, filed by the story, topic or service that they name."""

    FILED_BY = (
        TargetDimension.STORY.value,
        TargetDimension.TOPIC.value,
        TargetDimension.SECTION.value,
        TargetDimension.SERVICE.value,
        TargetDimension.LANGUAGE.value,
    )

    def __init__(self, shown: Iterable[Shown]) -> None:
        self.always: list[Shown] = []
        self.filed: dict[str, dict[str, list[Shown]]] = {}
        for one in shown:
            self._file(one)

    @property
    def is_empty(self) -> bool:
        return not (self.always or self.filed)

    def _file(self, one: Shown) -> None:
        for dimension in self.FILED_BY:
            if include := one.rule.target(dimension).include:
                files = self.filed.setdefault(dimension, {})
                for value in include:
                    files.setdefault(value, []).append(one)
                return
        self.always.append(one)

    def about(self, facets: Facets) -> Iterator[Shown]:
        """Each rule that concerns ``facets``, once."""
        yield from (one for one in self.always if concerns(one.rule, facets))
        for dimension, files in self.filed.items():
            seen: set[int] = set()
            for value in facets.values(dimension):
                for one in files.get(value, ()):
                    if one.rule.version_id not in seen and concerns(one.rule, facets):
                        seen.add(one.rule.version_id)
                        yield one


@dataclass(frozen=True)
class Law:
    """The rules in force from ``starts_at`` until ``ends_at`` (None: until somebody acts)."""

    rules: tuple[Rule, ...]
    atlas: Atlas
    starts_at: datetime
    ends_at: datetime | None
    _zones: dict[Place, str] = field(default_factory=dict)
    _dockets: dict[tuple[str, bool], Docket] = field(default_factory=dict)

    def holds_at(self, now: datetime) -> bool:
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)

    def zone(self, place: Place, also: Place | None = None) -> str:
        """The key by which pages vary; two keys where a reader says to be elsewhere."""
        key = self._zones.get(place)
        if key is None:
            key = self._zones[place] = zone_of(place, self.rules, self.atlas, self.starts_at)
        return key if also is None else f"{key}-{self.zone(also)}"

    def resolve(self, place: Place, facets: Facets, also: Place | None = None) -> Resolution:
        found = settle(self._docket(place).about(facets))
        if also is None:
            return found
        return with_warnings(found, self._docket(also).about(facets))

    def withholds(self, place: Place, facets: Facets) -> bool:
        """Whether ``facets`` may not be shown in ``place``; asks only the rules that can say so."""
        docket = self._docket(place, withholding=True)
        return settle(docket.about(facets)).withheld is not None

    def may_withhold(self, place: Place) -> bool:
        """Whether there is anything at all that may not be shown in ``place``."""
        return not self._docket(place, withholding=True).is_empty

    def orders(self, place: Place) -> tuple[Rule, ...]:
        """Those that withhold something in ``place``."""
        shown = self._shown(place, _withholding(self.rules))
        return tuple(one.rule for one in shown if one.rule.kind == NoticeKind.WITHHELD)

    def life(self, now: datetime) -> timedelta:
        """How long a page made now may be kept: never beyond the next boundary."""
        return LONGEST_LIFE if self.ends_at is None else min(LONGEST_LIFE, self.ends_at - now)

    def _docket(self, place: Place, *, withholding: bool = False) -> Docket:
        key = (self.zone(place), withholding)
        docket = self._dockets.get(key)
        if docket is None:
            rules = _withholding(self.rules) if withholding else self.rules
            docket = self._dockets[key] = Docket(self._shown(place, rules))
        return docket

    def _shown(self, place: Place, rules: Sequence[Rule]) -> Iterator[Shown]:
        for rule in rules:
            verdict = judge_place(rule, place, self.atlas, self.starts_at)
            if verdict.shown:
                yield shown_of(rule, verdict, self.atlas)


class LawBook:
    """All known rules, and the law of the span that was asked for last."""

    def __init__(self, rules: tuple[Rule, ...], atlas: Atlas) -> None:
        self.rules, self.atlas = rules, atlas
        self._law: Law | None = None

    def at(self, now: datetime) -> Law:
        law = self._law
        if law is None or not law.holds_at(now):
            law = self._law = law_at(self.rules, self.atlas, now)
        return law


def law_at(rules: tuple[Rule, ...], atlas: Atlas, now: datetime) -> Law:
    in_force = tuple(rule for rule in rules if rule.is_in_force(now))
    return Law(in_force, atlas, now, next_boundary(rules, atlas, now))


def next_boundary(rules: tuple[Rule, ...], atlas: Atlas, now: datetime) -> datetime | None:
    """When the next notice starts or ends, or a place joins or leaves a group that one names."""
    moments = [next_change(rules, now), _next_membership(rules, atlas, now)]
    return min((moment for moment in moments if moment), default=None)


def _next_membership(rules: tuple[Rule, ...], atlas: Atlas, now: datetime) -> datetime | None:
    named: set[str] = set()
    for rule in rules:
        target = rule.target(TargetDimension.REGION.value)
        named |= target.include | target.exclude
    days = (day for day in atlas.changes_of(named) if day > now.date())
    return min((datetime.combine(day, time(), UTC) for day in days), default=None)


def _withholding(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules that can withhold a story, with the alternatives of each."""
    groups = {rule.group_key for rule in rules if rule.kind == NoticeKind.WITHHELD} - {""}
    return tuple(
        rule for rule in rules if rule.kind == NoticeKind.WITHHELD or rule.group_key in groups
    )
