"""The law as data: what a manifest entry says of it, and which notices can apply where and when.

A pure function of the approved rules, the services, the atlas and the time, so that whoever
doubts an entry can make it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from articles.legal.atlas import Atlas, Place
from articles.legal.rules import Rule
from articles.legal.verdict import judge_place
from articles.legal.zones import ANYWHERE_ELSE, codes_of, telling_places, zone_of
from articles.vocabularies import TargetDimension

# For each day from which places lie elsewhere, and each rule: shown, prominent, kind of region.
Decisions = tuple[tuple[tuple[bool, bool, int], ...], ...]
# A version's id, where it applies for as long as it is in force; else the id, from when, to when.
Applies = int | list[int | str | None]


@dataclass(frozen=True)
class Edition:
    """A language service as the law knows it; ``languages`` starts with its own."""

    service_id: int
    slug: str
    languages: tuple[str, ...]

    def can_see(self, rule: Rule) -> bool:
        """Whether a rule can hold for some page of this service."""
        facets = {
            TargetDimension.SERVICE.value: self.slug,
            TargetDimension.LANGUAGE.value: self.languages[0],
        }
        targets = [(rule.target(dimension), value) for dimension, value in facets.items()]
        return all(
            value not in target.exclude and (not target.include or value in target.include)
            for target, value in targets
        )

    def as_data(self) -> dict[str, Any]:
        return {"id": self.service_id, "slug": self.slug, "languages": list(self.languages)}


def edition_from(row: dict[str, Any]) -> Edition:
    return Edition(row["id"], row["slug"], tuple(row["languages"]))


def law_as_data(
    rules: Sequence[Rule], editions: Sequence[Edition], atlas: Atlas, now: datetime
) -> dict[str, Any]:
    rules = sorted(rules, key=lambda rule: rule.version_id)
    editions = sorted(editions, key=lambda edition: edition.slug)
    return {
        "versions": [_version(rule) for rule in rules],
        "services": [edition.as_data() for edition in editions],
        "schedule": schedule(rules, editions, atlas, now),
    }


def schedule(
    rules: Sequence[Rule], editions: Sequence[Edition], atlas: Atlas, now: datetime
) -> list[dict[str, Any]]:
    """For each class of places that are decided alike from now on: what applies, from–to.

    ``zone`` is the key by which their pages vary now. Services with equal lists are named
    together, and ``*`` means all of them.
    """
    epochs = _epochs(rules, atlas, now)
    return [
        {
            "zone": zone_of(place, rules, atlas, now),
            "places": labels,
            "applies": _by_service(rules, editions, decisions, epochs),
        }
        for decisions, (place, labels) in _territories(rules, atlas, epochs).items()
    ]


def _version(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.version_id,
        "notice": rule.notice_id,
        "slug": rule.slug,
        "number": rule.number,
        "content_hash": rule.content_hash,
        "starts_at": _iso(rule.starts_at),
        "ends_at": _iso(rule.ends_at),
    }


def _epochs(rules: Sequence[Rule], atlas: Atlas, now: datetime) -> list[datetime]:
    """Now, and each day to come on which a place joins or leaves a group that a rule names."""
    days = sorted(day for day in atlas.changes_of(codes_of(rules)) if day > now.date())
    return [now, *(datetime.combine(day, time(), UTC) for day in days)]


def _territories(
    rules: Sequence[Rule], atlas: Atlas, epochs: Sequence[datetime]
) -> dict[Decisions, tuple[Place, list[str]]]:
    codes = sorted(codes_of(rules))
    territories: dict[Decisions, tuple[Place, list[str]]] = {}
    known: dict[tuple[int, ...], Decisions] = {}
    for label, place in telling_places(codes, atlas).items():
        lies = tuple(
            atlas.membership(place, code, epoch.date()) for epoch in epochs for code in codes
        )
        if lies not in known:
            known[lies] = _decisions(place, rules, atlas, epochs)
        _place, labels = territories.setdefault(known[lies], (place, []))
        # What is true of the whole need not be said of its other parts.
        if label == ANYWHERE_ELSE or label.removesuffix(f"/{ANYWHERE_ELSE}") not in labels:
            labels.append(label)
    return territories


def _decisions(
    place: Place, rules: Sequence[Rule], atlas: Atlas, epochs: Sequence[datetime]
) -> Decisions:
    verdicts = [[judge_place(rule, place, atlas, epoch) for rule in rules] for epoch in epochs]
    return tuple(
        tuple(
            (one.shown, one.prominent, one.rank if rule.group_key else 0)
            for rule, one in zip(rules, row, strict=True)
        )
        for row in verdicts
    )


def _by_service(
    rules: Sequence[Rule],
    editions: Sequence[Edition],
    decisions: Decisions,
    epochs: Sequence[datetime],
) -> dict[str, list[Applies]]:
    applies = [list(_applies(rule, n, decisions, epochs)) for n, rule in enumerate(rules)]
    alike: dict[str, list[str]] = {}
    for edition in editions:
        rows = [
            one for rule, some in zip(rules, applies, strict=True)
            for one in some if edition.can_see(rule)
        ]  # fmt: skip
        alike.setdefault(json.dumps(rows), []).append(edition.slug)
    if len(alike) == 1:
        alike = {rows: [ANYWHERE_ELSE] for rows in alike}
    return {" ".join(slugs): json.loads(rows) for rows, slugs in alike.items() if rows != "[]"}


def _applies(
    rule: Rule, number: int, decisions: Decisions, epochs: Sequence[datetime]
) -> Iterator[Applies]:
    """The rule's id for its whole window, else with each part of it in which it is shown."""
    shown = [row[number][0] for row in decisions]
    if all(shown):
        yield rule.version_id
        return
    for start, is_shown, end in zip(epochs, shown, [*epochs[1:], None], strict=True):
        begin = rule.starts_at if start == epochs[0] else max(rule.starts_at, start)
        ends = [moment for moment in (rule.ends_at, end) if moment]
        stop = min(ends, default=None)
        if is_shown and (stop is None or begin < stop):
            yield [rule.version_id, _iso(begin), _iso(stop)]


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
