"""The law that readers live under now, read afresh for the desk: never changed by looking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from articles.admin.notice_candidate import Candidate
from articles.legal.atlas import Atlas, load_atlas
from articles.legal.candidate import candidate_rules, without
from articles.legal.law import Law, LawBook, law_at
from articles.legal.rules import Rule, load_rules
from articles.pages import standing
from articles.pages.standing import Standing


@dataclass(frozen=True)
class Comparison:
    """The law before and after a candidate, at one moment."""

    before: Law
    after: Law
    moment: datetime


def fresh_standing(now: datetime) -> Standing:
    """Not what this process remembers: an approval of a moment ago counts."""
    book = LawBook(load_rules(now), load_atlas())
    return replace(standing.get(now), book=book, parts={})


def under(data: Standing, rules: tuple[Rule, ...]) -> Standing:
    """``data`` under other rules; rendered parts are its own, so that nothing leaks."""
    return replace(data, book=LawBook(rules, data.book.atlas), parts={})


def rules_with(candidate: Candidate, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    if candidate.rule is None:
        return without(rules, candidate.notice.pk)
    return candidate_rules(rules, candidate.rule)


def compare(candidate: Candidate, data: Standing, moment: datetime) -> Comparison:
    atlas: Atlas = data.book.atlas
    return Comparison(
        before=law_at(data.book.rules, atlas, moment),
        after=law_at(rules_with(candidate, data.book.rules), atlas, moment),
        moment=moment,
    )


def compare_with_the_past(
    candidate: Candidate, earlier: Rule | None, data: Standing, moment: datetime
) -> Comparison:
    """What the candidate, in force already, changed against the version that it replaced."""
    atlas, others = data.book.atlas, without(data.book.rules, candidate.notice.pk)
    before = (*others, earlier) if earlier else others
    return Comparison(
        before=law_at(before, atlas, moment),
        after=law_at(rules_with(candidate, data.book.rules), atlas, moment),
        moment=moment,
    )


def compare_without(notice_id: int, data: Standing, moment: datetime) -> Comparison:
    """What retiring a notice takes away."""
    atlas: Atlas = data.book.atlas
    return Comparison(
        before=law_at(data.book.rules, atlas, moment),
        after=law_at(without(data.book.rules, notice_id), atlas, moment),
        moment=moment,
    )
