"""A legal rule: an approved notice version as an immutable value, ready to be resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models.notice_version import NoticeVersion
from articles.vocabularies import Effect, TargetDimension, WhenPushed


@dataclass(frozen=True)
class RuleText:
    language: str
    title: str
    body: str
    link_text: str
    link_url: str
    is_default: bool


@dataclass(frozen=True)
class Target:
    """Include and exclude values of one dimension; both empty means everything."""

    include: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()


EVERYTHING = Target()


@dataclass(frozen=True)
class Rule:
    version_id: int
    notice_id: int
    slug: str
    kind: str
    placements: tuple[str, ...]
    priority: int
    starts_at: datetime
    ends_at: datetime | None
    reach: str
    verbatim: bool
    min_scale: str
    effects: frozenset[str]
    group_key: str
    demanding_party: str
    legal_basis: str
    citation_url: str
    blocked_by_url: str
    public_reason: bool
    texts: tuple[RuleText, ...]
    targets: Mapping[str, Target]
    number: int = 1
    content_hash: str = ""
    when_pushed: str = WhenPushed.DROP.value

    def is_in_force(self, now: datetime) -> bool:
        """Half-open: in force at ``starts_at``, no longer at ``ends_at``."""
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)

    def target(self, dimension: str) -> Target:
        return self.targets.get(dimension, EVERYTHING)

    def text_in(self, languages: tuple[str, ...]) -> RuleText:
        """The first language that has a text, else the default: never dropped for want of one."""
        by_language = {text.language: text for text in self.texts}
        for language in languages:
            if language in by_language:
                return by_language[language]
        return next((text for text in self.texts if text.is_default), self.texts[0])


def load_rules(now: datetime) -> tuple[Rule, ...]:
    """Approved versions that are in force now or will be; one query."""
    versions = NoticeVersion.objects.not_over(now).order_by("id")
    return tuple(rule_from(version) for version in versions)


def rule_from(version: NoticeVersion) -> Rule:
    content = version.content
    return Rule(
        version_id=version.pk,
        notice_id=version.notice_id,
        slug=content["slug"],
        kind=content["kind"],
        placements=tuple(content["placements"]),
        priority=content["priority"],
        starts_at=version.starts_at,
        ends_at=version.ends_at,
        reach=content["reach"],
        verbatim=content["verbatim"],
        min_scale=content["min_scale"],
        effects=_effects(content["effects"]),
        group_key=content["group_key"],
        demanding_party=content["demanding_party"],
        legal_basis=content["legal_basis"],
        citation_url=content["citation_url"],
        blocked_by_url=content["blocked_by_url"],
        public_reason=content["public_reason"],
        texts=tuple(RuleText(**text) for text in content["texts"]),
        targets=_targets(_rows(content)),
        number=version.number,
        content_hash=version.content_hash,
        when_pushed=content["when_pushed"],
    )


def next_change(rules: tuple[Rule, ...], now: datetime) -> datetime | None:
    """When the next notice starts or ends: no page may be kept longer than that."""
    moments = [rule.starts_at for rule in rules] + [rule.ends_at for rule in rules if rule.ends_at]
    return min((moment for moment in moments if moment > now), default=None)


def _effects(names: list[str]) -> frozenset[str]:
    effects = frozenset(names)
    return effects | {Effect.NO_STORE.value} if Effect.HIDE_SAVE in effects else effects


def _rows(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The target rows; an order against a story also names the key of its language versions."""
    rows: list[dict[str, Any]] = content["targets"]
    if not content["reaches_translations"]:
        return rows
    keys = content["translation_keys"]
    return rows + [
        row | {"value": keys[row["value"]]}
        for row in rows
        if row["dimension"] == TargetDimension.STORY and row["value"] in keys
    ]


def _targets(rows: list[dict[str, Any]]) -> dict[str, Target]:
    dimensions = {row["dimension"] for row in rows}
    return {
        dimension: Target(
            include=_values(rows, dimension, is_exclude=False),
            exclude=_values(rows, dimension, is_exclude=True),
        )
        for dimension in dimensions
    }


def _values(rows: list[dict[str, Any]], dimension: str, *, is_exclude: bool) -> frozenset[str]:
    return frozenset(
        row["value"]
        for row in rows
        if row["dimension"] == dimension and row["is_exclude"] is is_exclude
    )
