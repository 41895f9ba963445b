"""Which notices name which regions: of groups, which have members instead of readers, and all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.admin.notice_access import form_of
from articles.admin.notice_terms import term
from articles.models import NoticeVersion
from articles.pages.standing import Standing
from articles.publishing.notice_names import names_of
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import visible_notices
from articles.vocabularies import Extent, TargetDimension

MOST = 200
REGION = TargetDimension.REGION.value


def law_of_group(
    code: str, user: User, data: Standing, names: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    """A group has members instead of readers: who they are, and the notices that name it."""
    versions = [
        version
        for version in versions_approved(user, now)
        if any(_names_region(row, code) for row in version.content["targets"])
    ]
    words, today = names_of([version.content for version in versions], user), now.date()
    return {
        "members": [
            (one, names.get(one.code, one.code), term(Extent, one.extent), one.counts_on(today))
            for one in data.book.atlas.groups[code]
        ],
        "notices": [
            (version, stage_in_words(version, now), summary(version.content, names=words),
             form_of(version.notice))
            for version in versions
        ],
    }  # fmt: skip


def regions_named(
    user: User, names: Mapping[str, str], now: datetime
) -> list[tuple[str, str, int, int]]:
    """Code, name, notices in force and notices coming, of every region that a notice names."""
    counts: dict[str, list[int]] = {}
    for version in versions_approved(user, now):
        stage = stage_of(version, now)
        for row in version.content["targets"]:
            if row["dimension"] == REGION and not row["is_exclude"] and stage != "ended":
                count = counts.setdefault(row["value"], [0, 0])
                count[stage == "coming"] += 1
    rows = [(code, names.get(code, code), *count) for code, count in counts.items()]
    return sorted(rows, key=lambda row: row[1])  # type: ignore[arg-type]


def versions_approved(user: User, now: datetime) -> list[NoticeVersion]:
    """Of each visible notice what was approved last; all that holds or is to come, newest first.

    Of what is over only the latest few: the rest is in each notice's history.
    """
    visible = NoticeVersion.objects.filter(notice__in=visible_notices(user)).select_related(
        "notice"
    )
    live = list(visible.not_over(now))
    approved = visible.filter(approved_at__isnull=False).order_by("-starts_at", "-number")
    over = approved.exclude(pk__in=[version.pk for version in live])[:MOST]
    latest = {version.notice_id: version for version in live}
    for version in sorted(over, key=lambda one: -one.number):
        latest.setdefault(version.notice_id, version)
    return sorted(latest.values(), key=lambda one: (one.starts_at, one.pk), reverse=True)


def stage_of(version: NoticeVersion, now: datetime) -> str:
    if version.retired_at or (version.ends_at and version.ends_at <= now):
        return "ended"
    return "coming" if version.starts_at > now else "in_force"


def stage_in_words(version: NoticeVersion, now: datetime) -> str:
    return {"in_force": _("in force"), "coming": _("coming"), "ended": _("ended")}[
        stage_of(version, now)
    ]


def _names_region(row: Mapping[str, Any], code: str) -> bool:
    return bool(row["dimension"] == REGION and row["value"] == code)
