"""A notice beside the others in force: which of two alternatives is never seen, and twins."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.legal.atlas import Atlas, Membership, Place
from articles.legal.resolve import DIMENSION_RANK
from articles.legal.rules import Rule, Target, load_rules
from articles.legal.verdict import GROUP, REGION_RANK, WORLD
from articles.publishing.notice_draft import Draft
from articles.publishing.refusals import Problem
from articles.vocabularies import Reach, TargetDimension

REACHES = (Reach.MATCHED.value, Reach.MATCHED_OR_UNKNOWN.value, Reach.EVERYONE.value)


def beside_others(draft: Draft) -> Iterator[Problem]:
    """Compares with approved notices that are in force now or will be."""
    mine = draft.rule
    for other in load_rules(draft.now):
        if other.notice_id == mine.notice_id:
            continue
        name = {"slug": other.slug}
        if mine.group_key and mine.group_key == other.group_key:
            if hides(other, mine, draft):
                text = _("It can never show: of these alternatives “%(slug)s” always comes first.")
                yield Problem("shadowed", "group_key", text % name, blocks=False)
            elif hides(mine, other, draft):
                text = _("“%(slug)s” will never show again: this alternative always comes first.")
                yield Problem("shadows", "group_key", text % name, blocks=False)
        elif _are_twins(mine, other):
            text = _(
                "“%(slug)s” is in force with the same kind, targets and places: "
                "readers would see both."
            )
            yield Problem("twin", "kind", text % name, blocks=False)


def hides(first: Rule, second: Rule, draft: Draft) -> bool:
    """Whether wherever ``second`` could be shown ``first`` is, too, and is preferred."""
    return _covers(first, second, draft) and _is_preferred(first, second, draft.atlas)


def _covers(first: Rule, second: Rule, draft: Draft) -> bool:
    """In time, in what the page is about, and in place."""
    if first.starts_at > max(second.starts_at, draft.now):
        return False
    if first.ends_at and (second.ends_at is None or first.ends_at < second.ends_at):
        return False
    if REACHES.index(first.reach) < REACHES.index(second.reach):
        return False
    return all(
        _admits_all(first.target(dimension.value), second.target(dimension.value))
        for dimension in TargetDimension
        if dimension != TargetDimension.REGION
    ) and _admits_all(_region(first), _in_region(second, first, draft))


def _admits_all(wide: Target, narrow: Target) -> bool:
    if not wide.exclude <= narrow.exclude:
        return False
    return not wide.include or bool(narrow.include and narrow.include <= wide.include)


def _region(rule: Rule) -> Target:
    return rule.target(TargetDimension.REGION.value)


def _in_region(second: Rule, first: Rule, draft: Draft) -> Target:
    """The regions of ``second``, those that lie in one of ``first`` by that one's name."""
    wide, narrow = _region(first).include, _region(second)
    return Target(
        frozenset(
            next((one for one in wide if _lies_in(code, one, draft)), code)
            for code in narrow.include
        ),
        narrow.exclude,
    )


def _lies_in(code: str, other: str, draft: Draft) -> bool:
    """A part of a country lies in it, a full member in its group; groups only in themselves."""
    if code not in draft.atlas.kinds or code in draft.atlas.groups:
        return code == other
    return draft.atlas.membership(Place(code), other, draft.day) is Membership.YES


def _is_preferred(first: Rule, second: Rule, atlas: Atlas) -> bool:
    """As ``resolve`` chooses among alternatives, for the least favourable region of ``first``."""
    worst, best = max(_ranks(first, atlas)), min(_ranks(second, atlas))
    if worst != best:
        return worst < best
    if first.priority != second.priority:
        return first.priority > second.priority
    return first.starts_at < second.starts_at


def _ranks(rule: Rule, atlas: Atlas) -> list[int]:
    """Which specificities the rule can have, by what it concerns or by its regions."""
    for dimension, rank in DIMENSION_RANK:
        if rule.target(dimension).include:
            return [rank]
    regions = rule.target(TargetDimension.REGION.value).include
    return [REGION_RANK.get(atlas.kinds.get(code, ""), GROUP) for code in regions] or [WORLD]


def _are_twins(mine: Rule, other: Rule) -> bool:
    return (
        mine.kind == other.kind
        and _overlap(mine, other)
        and set(mine.placements) == set(other.placements)
        and _targets(mine) == _targets(other)
    )


def _overlap(one: Rule, other: Rule) -> bool:
    return (one.ends_at is None or other.starts_at < one.ends_at) and (
        other.ends_at is None or one.starts_at < other.ends_at
    )


def _targets(rule: Rule) -> dict[str, Target]:
    return {name: one for name, one in rule.targets.items() if one.include or one.exclude}
