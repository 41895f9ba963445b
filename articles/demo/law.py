"""Legal notices for several regions: in force, coming, ended, awaiting approval, retired."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User

from articles.demo.content_files import HERE
from articles.demo.stories import Desk
from articles.models import LegalNotice, NoticeTarget, NoticeText, NoticeVersion
from articles.publishing.notices import approve, approve_alone, propose, retire

WITHHELD_STORIES = (("en", "old-town-roofs"), ("fa", "bazaar-ledger"))


def write_notices(desk: Desk, staff: dict[str, User]) -> None:
    """Every state in which a notice can stand, by the verbs that lead there, in their order."""
    events: list[tuple[datetime, Callable[[datetime], Any]]] = []
    for row in json.loads((HERE / "notices.json").read_text("utf-8")):
        notice = _notice(desk, row)
        if row.get("withholds"):
            for key in WITHHELD_STORIES:
                story = desk.stories[key].pk
                NoticeTarget.objects.create(notice=notice, dimension="story", value=str(story))
        events += _events(notice, row, desk, staff)
    for when, happen in sorted(events, key=lambda event: event[0]):
        happen(when)


def _events(
    notice: LegalNotice, row: dict[str, Any], desk: Desk, staff: dict[str, User]
) -> list[tuple[datetime, Callable[[datetime], Any]]]:
    state, proposed_at = row["state"], desk.now - timedelta(days=row["proposed_days_ago"])
    if state == "draft":
        return []
    first, second = staff["legal"], staff["legal2"]

    def newest() -> NoticeVersion:
        return notice.versions.latest("number")

    events: list[tuple[datetime, Callable[[datetime], Any]]] = [
        (proposed_at, lambda now: propose(notice, actor=first, now=now))
    ]
    if state == "emergency":
        later = proposed_at + timedelta(minutes=4)
        reason = row["reason"]
        events.append(
            (later, lambda now: approve_alone(newest(), actor=first, now=now, reason=reason))
        )
    elif state != "proposed":
        later = proposed_at + timedelta(hours=5)
        events.append((later, lambda now: approve(newest(), actor=second, now=now)))
    if state == "retired":
        end = desk.now - timedelta(days=6)
        events.append((end, lambda now: retire(notice, actor=first, now=now, reason=row["reason"])))
    return events


def _notice(desk: Desk, row: dict[str, Any]) -> LegalNotice:
    zone = ZoneInfo(row["fields"]["legal_timezone"])
    ends_in = row.get("ends_in_days")
    notice = LegalNotice.objects.create(
        starts_at=_moment(desk, row["starts_in_days"], zone),
        ends_at=None if ends_in is None else _moment(desk, ends_in, zone),
        **row["fields"],
    )
    for text in row["texts"]:
        is_default = text is row["texts"][0]
        NoticeText.objects.create(notice=notice, is_default=is_default, **text)
    for dimension, values in row["targets"].items():
        for value in values:
            NoticeTarget.objects.create(notice=notice, dimension=dimension, value=value)
    return notice


def _moment(desk: Desk, days: float, zone: ZoneInfo) -> datetime:
    """Law begins and ends at midnight on its own clock; what is a matter of hours, on the hour."""
    local = (desk.now + timedelta(days=days)).astimezone(zone)
    hour = 0 if days == int(days) else local.hour
    return local.replace(hour=hour, minute=0, second=0, microsecond=0).astimezone(UTC)
