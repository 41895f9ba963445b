"""Notices that a topic asks for and that readers do not get yet.

What is attached to a topic is a legal notice with that topic as its target. While its first version
waits for approval, a story on that topic would go out without it. Orders that withhold are secret
until they are in force, and are never told of here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.models import NoticeTarget, NoticeVersion, Story
from articles.publishing.refusals import Problem
from articles.vocabularies import NoticeKind, NoticeStatus, TargetDimension


def law_problems(story: Story, now: datetime) -> Iterator[Problem]:
    """One query for any number of topics."""
    approved = NoticeVersion.objects.filter(notice=OuterRef("notice"), approved_at__lte=now)
    over_or_secret = Q(notice__kind=NoticeKind.WITHHELD) | Q(notice__ends_at__lte=now)
    rows = NoticeTarget.objects.filter(
        ~Exists(approved), ~over_or_secret,
        dimension=TargetDimension.TOPIC, is_exclude=False,
        value__in=story.topics.values("slug"), notice__status=NoticeStatus.PROPOSED,
    )  # fmt: skip
    for topic in sorted(set(rows.values_list("value", flat=True))):
        words = _(
            "The topic “%(topic)s” has a legal notice that is not approved yet: "
            "readers will not see it. Ask the legal desk."
        )
        yield Problem("notice", "topics", words % {"topic": topic}, blocks=False)
