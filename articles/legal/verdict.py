"""What a rule's regions say to a place: shown or not, how surely, how specifically."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import Atlas, Membership, Place
from articles.legal.rules import Rule
from articles.vocabularies import Reach, RegionKind, TargetDimension

# Specificity, most specific first: story > topic > section > service > subdivision > … > world.
STORY, TOPIC, SECTION, SERVICE, SUBDIVISION, COUNTRY, GROUP, WORLD = range(8)
REGION_RANK = {
    RegionKind.SUBDIVISION.value: SUBDIVISION,
    RegionKind.COUNTRY.value: COUNTRY,
    RegionKind.GROUP.value: GROUP,
}


@dataclass(frozen=True)
class Verdict:
    """What a rule's regions say to a place: shown or not, how surely, how specifically."""

    shown: bool
    prominent: bool = False
    rank: int = WORLD


NOT_SHOWN = Verdict(shown=False)


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


def region_rank(rule: Rule, atlas: Atlas) -> int:
    include = rule.target(TargetDimension.REGION.value).include
    return min(
        (REGION_RANK.get(atlas.kinds.get(code, ""), GROUP) for code in include), default=WORLD
    )
