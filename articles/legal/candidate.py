"""The law as it would be: the live rules with one notice in another wording, or without it."""

from __future__ import annotations

from collections.abc import Iterable

from articles.legal.rules import Rule


def candidate_rules(rules: Iterable[Rule], candidate: Rule) -> tuple[Rule, ...]:
    """``rules`` with ``candidate`` in place of whatever version of its notice is in force."""
    return (*without(rules, candidate.notice_id), candidate)


def without(rules: Iterable[Rule], notice_id: int) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.notice_id != notice_id)
