"""Which notices this reader must see: a pure function of place, facets, rules and time.

The steps are numbered as in the design's law engine; docs/notices.md tells them in prose.
``legal.law`` gives the same answers faster, for the rules of one span of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Atlas, Place
from articles.legal.facets import Facets, concerns
from articles.legal.rules import Rule
from articles.legal.verdict import (
    SECTION,
    SERVICE,
    STORY,
    TOPIC,
    WORLD,
    Verdict,
    judge_place,
    region_rank,
)
from articles.vocabularies import NoticeKind, Reach, TargetDimension

KIND_ORDER = {kind.value: number for number, kind in enumerate(NoticeKind)}
STAY_BESIDE_WITHHELD = {
    NoticeKind.WITHHELD,
    NoticeKind.READER_WARNING,
    NoticeKind.PRIVACY,
}
# A reader's own "I am in …" adds what tells, and never what takes away.
ADDED_BY_WORD = {
    NoticeKind.READER_WARNING,
    NoticeKind.LABEL,
    NoticeKind.PRIVACY,
    NoticeKind.INFO,
}
DIMENSION_RANK = (
    (TargetDimension.STORY.value, STORY),
    (TargetDimension.TOPIC.value, TOPIC),
    (TargetDimension.SECTION.value, SECTION),
    (TargetDimension.SERVICE.value, SERVICE),
    (TargetDimension.LANGUAGE.value, SERVICE),
)


@dataclass(frozen=True)
class Shown:
    """``specificity`` is of the match and chooses among alternatives; ``rank`` is the rule's own.

    The order on the page follows ``rank``, so that it cannot differ within a zone.
    """

    rule: Rule
    verdict: Verdict
    specificity: int
    rank: int = WORLD

    @property
    def is_prominent(self) -> bool:
        """Not for those whom the law does not mean, where everyone is told."""
        return self.verdict.prominent or self.rule.reach != Reach.EVERYONE


@dataclass(frozen=True)
class Resolution:
    notices: tuple[Shown, ...] = ()
    effects: frozenset[str] = frozenset()

    @property
    def withheld(self) -> Rule | None:
        """The order because of which the story may not be shown here."""
        kinds = (shown.rule for shown in self.notices if shown.rule.kind == NoticeKind.WITHHELD)
        return next(kinds, None)

    def at(self, placement: str) -> list[Shown]:
        return [shown for shown in self.notices if placement in shown.rule.placements]


def resolve(
    place: Place,
    facets: Facets,
    rules: Sequence[Rule],
    atlas: Atlas,
    now: datetime,
    also: Place | None = None,
) -> Resolution:
    """What a reader in ``place`` is shown; ``also`` is where the reader says to be."""
    found = settle(_shown(place, facets, rules, atlas, now))
    if also is None:
        return found
    return with_warnings(found, _shown(also, facets, rules, atlas, now))


def _shown(
    place: Place, facets: Facets, rules: Sequence[Rule], atlas: Atlas, now: datetime
) -> Iterator[Shown]:
    for rule in rules:
        if rule.is_in_force(now) and concerns(rule, facets):  # 1, 2
            verdict = judge_place(rule, place, atlas, now)  # 3
            if verdict.shown:
                yield shown_of(rule, verdict, atlas)


def shown_of(rule: Rule, verdict: Verdict, atlas: Atlas) -> Shown:
    own = _dimension_rank(rule)
    if own is not None:
        return Shown(rule, verdict, own, own)
    return Shown(rule, verdict, verdict.rank, region_rank(rule, atlas))


def settle(candidates: Iterable[Shown]) -> Resolution:
    """From all that the place and the facets allow to what stands on the page."""
    shown = list(candidates)
    effects = frozenset().union(*(one.rule.effects for one in shown))
    chosen = _one_per_group(shown)  # 4
    if any(one.rule.kind == NoticeKind.WITHHELD for one in chosen):  # 5
        chosen = [one for one in chosen if one.rule.kind in STAY_BESIDE_WITHHELD]
    return Resolution(tuple(sorted(chosen, key=_page_order)), effects)  # 6, 8


def with_warnings(found: Resolution, candidates: Iterable[Shown]) -> Resolution:
    """``found`` with what a reader's own word adds: never an order, and nothing is taken away."""
    kinds = STAY_BESIDE_WITHHELD if found.withheld else ADDED_BY_WORD
    known = {one.rule.version_id for one in found.notices}
    said = [one for one in candidates if one.rule.kind in ADDED_BY_WORD & kinds]
    added = [one for one in _one_per_group(said) if one.rule.version_id not in known]
    notices = sorted((*found.notices, *added), key=_page_order)
    effects = found.effects.union(*(one.rule.effects for one in said))
    return Resolution(tuple(notices), effects)


def _dimension_rank(rule: Rule) -> int | None:
    """How specific a rule is by what it concerns; None when only its regions say."""
    for dimension, rank in DIMENSION_RANK:
        if rule.target(dimension).include:
            return rank
    return None


def _one_per_group(shown: Iterable[Shown]) -> list[Shown]:
    chosen: dict[str, Shown] = {}
    for one in sorted(shown, key=_group_order):
        chosen.setdefault(one.rule.group_key or f"\0{one.rule.version_id}", one)
    return list(chosen.values())


def _group_order(one: Shown) -> tuple[int, int, datetime, int]:
    return (one.specificity, -one.rule.priority, one.rule.starts_at, one.rule.version_id)


def _page_order(one: Shown) -> tuple[int, int, int, datetime, int]:
    return (
        KIND_ORDER[one.rule.kind],
        -one.rule.priority,
        one.rank,
        one.rule.starts_at,
        one.rule.version_id,
    )
