"""Which notices this reader must see: a pure function of place, facets, rules and time.

The steps are numbered as in the design's law engine; docs/notices.md tells them in prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Atlas, Membership, Place
from articles.legal.rules import Rule
from articles.vocabularies import NoticeKind, Reach, RegionKind, TargetDimension

KIND_ORDER = {kind.value: number for number, kind in enumerate(NoticeKind)}
STAY_BESIDE_WITHHELD = {
    NoticeKind.WITHHELD,
    NoticeKind.READER_WARNING,
    NoticeKind.PRIVACY,
}
# Specificity, most specific first: story > topic > section > service > subdivision > … > world.
STORY, TOPIC, SECTION, SERVICE, SUBDIVISION, COUNTRY, GROUP, WORLD = range(8)
REGION_RANK = {
    RegionKind.SUBDIVISION.value: SUBDIVISION,
    RegionKind.COUNTRY.value: COUNTRY,
    RegionKind.GROUP.value: GROUP,
}


@dataclass(frozen=True)
class Facets:
    """What a page is about. ``stories`` holds the story's id and those of its translations."""

    service: str = ""
    language: str = ""
    topics: frozenset[str] = frozenset()
    section: str = ""
    stories: frozenset[str] = frozenset()

    def values(self, dimension: str) -> frozenset[str]:
        single = {
            TargetDimension.SERVICE.value: self.service,
            TargetDimension.LANGUAGE.value: self.language,
            TargetDimension.SECTION.value: self.section,
        }
        if dimension in single:
            return frozenset({single[dimension]}) - {""}
        return self.topics if dimension == TargetDimension.TOPIC else self.stories


@dataclass(frozen=True)
class Verdict:
    """What a rule's regions say to a place: shown or not, how surely, how specifically."""

    shown: bool
    prominent: bool = False
    rank: int = WORLD


@dataclass(frozen=True)
class Shown:
    rule: Rule
    verdict: Verdict
    specificity: int


@dataclass(frozen=True)
class Resolution:
    notices: tuple[Shown, ...] = ()
    effects: frozenset[str] = frozenset()

    @property
    def withheld(self) -> Rule | None:
        """The order because of which the story may not be shown here."""
        kinds = (shown.rule for shown in self.notices if shown.rule.kind == NoticeKind.WITHHELD)
        return next(kinds, None)

    def at(self, placement: str) -> list[Rule]:
        return [shown.rule for shown in self.notices if placement in shown.rule.placements]


NOT_SHOWN = Verdict(shown=False)
OTHER_DIMENSIONS = (
    TargetDimension.SERVICE.value,
    TargetDimension.LANGUAGE.value,
    TargetDimension.TOPIC.value,
    TargetDimension.SECTION.value,
    TargetDimension.STORY.value,
)


def resolve(
    place: Place, facets: Facets, rules: Sequence[Rule], atlas: Atlas, now: datetime
) -> Resolution:
    shown: list[Shown] = []
    for rule in rules:
        if rule.is_in_force(now) and _concerns(rule, facets):  # 1, 2
            verdict = judge_place(rule, place, atlas, now)  # 3
            if verdict.shown:
                shown.append(Shown(rule, verdict, _specificity(rule, verdict)))
    effects = frozenset().union(*(one.rule.effects for one in shown))
    chosen = _one_per_group(shown)  # 4
    if any(one.rule.kind == NoticeKind.WITHHELD for one in chosen):  # 5
        chosen = [one for one in chosen if one.rule.kind in STAY_BESIDE_WITHHELD]
    return Resolution(tuple(sorted(chosen, key=_page_order)), effects)  # 6, 8


def judge_place(rule: Rule, place: Place, atlas: Atlas, now: datetime) -> Verdict:
    """Best include; a definite exclude kills; an uncertain one makes a match uncertain."""
    target, day = rule.target(TargetDimension.REGION.value), now.date()
    excluded = max(
        (atlas.membership(place, code, day) for code in target.exclude), default=Membership.NO
    )
    if excluded is Membership.YES:
        return NOT_SHOWN
    best, rank = _best_include(target.include, place, atlas, now)
    if excluded is Membership.MAYBE:
        best = min(best, Membership.MAYBE)
    shown = {
        Reach.MATCHED.value: best is Membership.YES,
        Reach.MATCHED_OR_UNKNOWN.value: best is not Membership.NO,
        Reach.EVERYONE.value: True,
    }[rule.reach]
    return Verdict(shown, best is Membership.YES, rank) if shown else NOT_SHOWN


def _best_include(
    include: Iterable[str], place: Place, atlas: Atlas, now: datetime
) -> tuple[Membership, int]:
    """The surest membership among the included regions and the rank of the region that gave it."""
    found = [
        (
            atlas.membership(place, code, now.date()),
            -REGION_RANK.get(atlas.kinds.get(code, ""), GROUP),
        )
        for code in include
    ]
    if not found:
        return Membership.YES, WORLD
    best, negative_rank = max(found)
    return best, -negative_rank


def _concerns(rule: Rule, facets: Facets) -> bool:
    """AND between dimensions, OR within one, a definite exclude wins, no rows means everything."""
    for dimension in OTHER_DIMENSIONS:
        target = rule.targets.get(dimension)
        if target is None:
            continue
        values = facets.values(dimension)
        if target.exclude & values or (target.include and not target.include & values):
            return False
    return True


def _specificity(rule: Rule, verdict: Verdict) -> int:
    for dimension, rank in (
        (TargetDimension.STORY, STORY),
        (TargetDimension.TOPIC, TOPIC),
        (TargetDimension.SECTION, SECTION),
        (TargetDimension.SERVICE, SERVICE),
        (TargetDimension.LANGUAGE, SERVICE),
    ):
        if rule.target(dimension.value).include:
            return rank
    return verdict.rank


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
        one.specificity,
        one.rule.starts_at,
        one.rule.version_id,
    )
