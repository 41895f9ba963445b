"""Zones: classes of places for which every live rule decides alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from articles.legal.atlas import UNKNOWN, Atlas, Place
from articles.legal.rules import Rule
from articles.legal.verdict import judge_place
from articles.vocabularies import RegionKind, TargetDimension

NOTHING_APPLIES = "0"
# How a list of places says "what is not listed": of the whole world, or of one country ("UA/*").
ANYWHERE_ELSE = "*"
UNKNOWN_PLACE = "unknown"


class Lawful(Protocol):
    """What ``zones_of`` must know of a ``legal.law.Law``."""

    @property
    def rules(self) -> Sequence[Rule]: ...
    @property
    def atlas(self) -> Atlas: ...
    @property
    def starts_at(self) -> datetime: ...
    def zone(self, place: Place) -> str: ...


def zone_of(place: Place, rules: Sequence[Rule], atlas: Atlas, now: datetime) -> str:
    """A short, stable key; equal keys mean equal resolution for every story.

    Among alternatives of one notice (``group_key``) the kind of region that matched decides, so
    it belongs to the decision there and only there.
    """
    decisions = []
    for rule in rules:
        verdict = judge_place(rule, place, atlas, now)
        if rule.is_in_force(now) and verdict.shown:
            rank = verdict.rank if rule.group_key else ""
            decisions.append(f"{rule.version_id}:{verdict.prominent:d}:{rank}")
    if not decisions:
        return NOTHING_APPLIES
    return hashlib.sha256(" ".join(decisions).encode()).hexdigest()[:8]


def zones_of(law: Lawful) -> dict[str, list[Place]]:
    """Every zone of the law by its key, with places that stand for all that lie in it.

    The first place of each zone is the one to show somebody as an example.
    """
    codes, day = sorted(codes_of(law.rules)), law.starts_at.date()
    zones: dict[str, list[Place]] = {}
    keys: dict[tuple[int, ...], str] = {}
    for place in telling_places(codes, law.atlas).values():
        # Places that lie alike in all that is named need not be judged by each rule again.
        lies = tuple(law.atlas.membership(place, code, day) for code in codes)
        key = keys[lies] if lies in keys else keys.setdefault(lies, law.zone(place))
        zones.setdefault(key, []).append(place)
    return zones


def codes_of(rules: Iterable[Rule]) -> set[str]:
    """Every region that the rules include or exclude."""
    targets = [rule.target(TargetDimension.REGION.value) for rule in rules]
    return {code for target in targets for code in target.include | target.exclude}


def telling_places(codes: Iterable[str], atlas: Atlas) -> dict[str, Place]:
    """All places that rules about ``codes`` can tell apart, by a label.

    Those are the places named (by themselves or as members of groups), all that they lie in, one
    other part of each (``UA/*``), one place anywhere else (``*``) and the unknown place. Every
    place that is not named is decided like the other parts of the nearest one around it that is.
    """
    named = _named(codes, atlas)
    order = sorted(named, key=lambda code: (atlas.kinds[code] != RegionKind.COUNTRY, code))
    places = {code: Place(code) for code in order}
    for whole, part in sorted(_other_parts(named, atlas).items()):
        places[f"{whole}/{ANYWHERE_ELSE}"] = Place(part)
    if elsewhere := _elsewhere(named, atlas):
        places[ANYWHERE_ELSE] = Place(elsewhere)
    return places | {UNKNOWN_PLACE: UNKNOWN}


def _named(codes: Iterable[str], atlas: Atlas) -> set[str]:
    named: set[str] = set()
    waiting, seen = list(codes), set[str]()
    while waiting:
        code = waiting.pop()
        if code in seen:
            continue
        seen.add(code)
        if code in atlas.groups:
            waiting += [member.code for member in atlas.groups[code]]
        else:
            named.update(atlas.around(code))
    return {code for code in named if _is_place(code, atlas)}


def _other_parts(named: set[str], atlas: Atlas) -> dict[str, str]:
    """Of each place named: its first part that is not named, nor holds one that is."""
    parts: dict[str, str] = {}
    for code in sorted(atlas.kinds):
        if code in named or not _is_place(code, atlas):
            continue
        _itself, *around = atlas.around(code)
        if around and around[0] in named:
            parts.setdefault(around[0], code)
    return parts


def _elsewhere(named: set[str], atlas: Atlas) -> str:
    countries = (code for code in sorted(atlas.kinds) if atlas.kinds[code] == RegionKind.COUNTRY)
    return next((code for code in countries if code not in named), "")


def _is_place(code: str, atlas: Atlas) -> bool:
    return atlas.kinds.get(code) in {RegionKind.COUNTRY, RegionKind.SUBDIVISION}
