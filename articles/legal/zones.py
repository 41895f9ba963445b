"""Zones: classes of places for which every live rule decides alike."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from articles.legal.atlas import Atlas, Place
from articles.legal.rules import Rule
from articles.legal.verdict import judge_place

NOTHING_APPLIES = "0"


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
