"""A working copy of a notice as its preflight looks at it: the rule that it would become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from articles.legal.atlas import Atlas, load_atlas
from articles.legal.rules import Rule, Target, rule_from
from articles.models import LanguageService, LegalNotice, NoticeVersion, Region
from articles.publishing.notice_names import Names, name_in, names_of
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.snapshot import Content


@dataclass(frozen=True)
class Draft:
    notice: LegalNotice
    content: Content
    rule: Rule
    atlas: Atlas
    names: Names
    services: tuple[LanguageService, ...]
    now: datetime

    @property
    def day(self) -> date:
        """On which memberships are looked at: today, or the first day on which it is shown."""
        return max(self.now, self.rule.starts_at).date()

    def target(self, dimension: str) -> Target:
        return self.rule.target(dimension)

    def name(self, dimension: str, value: str) -> str:
        return name_in(self.names, dimension, value)

    def region_names(self, codes: Iterable[str]) -> dict[str, str]:
        """Also of regions that the notice names only through a group."""
        return dict(Region.objects.filter(code__in=codes).values_list("code", "name"))


def draft_of(notice: LegalNotice, now: datetime) -> Draft:
    content = notice_snapshot(notice)
    return Draft(
        notice,
        content,
        rule_of(notice, content),
        load_atlas(),
        names_of([content]),
        tuple(LanguageService.objects.all()),
        now,
    )


def rule_of(notice: LegalNotice, content: Content) -> Rule:
    """As if it had been proposed and approved just now."""
    version = NoticeVersion(
        pk=0,
        notice_id=notice.pk,
        content=content,
        starts_at=notice.starts_at,
        ends_at=notice.ends_at,
    )
    return rule_from(version)
