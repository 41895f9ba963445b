"""A rule with what a test says of it, and ordinary values for all the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from articles.legal.rules import Rule, RuleText, Target

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def rule(number: int = 1, **fields: object) -> Rule:
    regions = fields.pop("regions", ())
    excluded = fields.pop("excluded", ())
    targets = dict(fields.pop("targets", {}))
    if regions or excluded:
        targets["region"] = Target(frozenset(regions), frozenset(excluded))
    made = Rule(
        version_id=number,
        notice_id=number,
        slug=f"notice-{number}",
        kind="info",
        placements=("article_foot",),
        priority=0,
        starts_at=NOW - timedelta(days=30),
        ends_at=None,
        reach="matched",
        verbatim=False,
        min_scale="1.0",
        effects=frozenset(),
        group_key="",
        demanding_party="",
        legal_basis="",
        citation_url="",
        blocked_by_url="",
        public_reason=False,
        texts=(RuleText("en", "Title", "<p>Text</p>", "", "", True),),
        targets=targets,
    )
    return replace(made, **fields)
