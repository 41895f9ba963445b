"""Outputs that go out without a reader asking (deliveries, exports, mirrors) have no zone.

They carry every warning in its conditional wording, whatever the region it is meant for; for a
story that some order withholds, the order itself says whether it goes at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.legal.facets import Facets, concerns
from articles.legal.rules import Rule
from articles.vocabularies import NoticeKind, WhenPushed

CARRIED = {NoticeKind.READER_WARNING, NoticeKind.LABEL, NoticeKind.PRIVACY}


@dataclass(frozen=True)
class Pushed:
    """``restrictions`` are the orders that must be stated beside a story that is carried."""

    is_dropped: bool
    warnings: tuple[Rule, ...]
    restrictions: tuple[Rule, ...]


def resolve_pushed(facets: Facets, rules: Sequence[Rule], now: datetime) -> Pushed:
    """What accompanies a story, or an item of a list, to partners; in the order of the rules."""
    live = [rule for rule in rules if rule.is_in_force(now) and concerns(rule, facets)]
    orders = tuple(rule for rule in live if rule.kind == NoticeKind.WITHHELD)
    return Pushed(
        is_dropped=any(rule.when_pushed == WhenPushed.DROP for rule in orders),
        warnings=tuple(rule for rule in live if rule.kind in CARRIED),
        restrictions=orders,
    )
