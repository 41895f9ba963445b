"""Legal notices for several regions: in force, awaiting approval, withholding a story."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User

from articles.demo.content_files import HERE
from articles.demo.stories import Desk
from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.publishing.notices import approve, propose

WITHHELD_STORY = ("en", "old-town-roofs")


def write_notices(desk: Desk, staff: dict[str, User]) -> None:
    for row in json.loads((HERE / "notices.json").read_text("utf-8")):
        notice = _notice(desk, row)
        if row.get("withholds"):
            story = desk.stories[WITHHELD_STORY]
            NoticeTarget.objects.create(notice=notice, dimension="story", value=str(story.pk))
        version = propose(notice, actor=staff["legal"], now=desk.ago(60 * 24 * 20))
        if row["approved"]:
            approve(version, actor=staff["legal2"], now=desk.ago(60 * 24 * 19))


def _notice(desk: Desk, row: dict[str, Any]) -> LegalNotice:
    starts_at = desk.now + timedelta(days=row["starts_in_days"])
    ends_in = row.get("ends_in_days")
    notice = LegalNotice.objects.create(
        starts_at=starts_at,
        ends_at=desk.now + timedelta(days=ends_in) if ends_in is not None else None,
        **row["fields"],
    )
    for text in row["texts"]:
        NoticeText.objects.create(notice=notice, is_default=text["language"] == "en", **text)
    for dimension, values in row["targets"].items():
        for value in values:
            NoticeTarget.objects.create(notice=notice, dimension=dimension, value=value)
    return notice
