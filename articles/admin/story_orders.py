"""Which orders concern a story, for its form and for the page "Withhold in …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.notice_access import form_of
from articles.admin.notice_terms import in_both
from articles.admin.permissions import staff
from articles.models import LegalNotice, Story
from articles.publishing.notice_names import names_of
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import Deed, may, visible_notices
from articles.vocabularies import NoticeKind, TargetDimension, WorkflowStatus


@dataclass(frozen=True)
class StoryOrder:
    """An order that concerns a story: ``stage`` in a word, ``when`` in two time zones."""

    notice: LegalNotice
    stage: str
    summary: str
    when: str
    url: str


def orders_of(request: HttpRequest, story: Story, now: datetime) -> list[StoryOrder]:
    """In force, waiting, ended: those that the user may see."""
    notices = list(_notices_about(request, story))
    contents = [notice_snapshot(notice) for notice in notices]
    names = names_of(contents, staff(request))
    return [
        StoryOrder(
            notice,
            _stage(notice, now),
            summary(content, names=names),
            in_both(notice.starts_at, notice.legal_timezone),
            form_of(notice),
        )
        for notice, content in zip(notices, contents, strict=True)
    ]


def _notices_about(request: HttpRequest, story: Story) -> Iterator[LegalNotice]:
    """Orders that name the story, or another version of it and hold for that, too."""
    versions = Story.objects.filter(translation_key=story.translation_key).exclude(pk=story.pk)
    others = [str(pk) for pk in versions.values_list("pk", flat=True)]
    named = Q(targets__value=str(story.pk)) | Q(
        targets__value__in=others, reaches_translations=True
    )
    about = visible_notices(staff(request)).filter(
        named,
        kind=NoticeKind.WITHHELD,
        targets__dimension=TargetDimension.STORY,
        targets__is_exclude=False,
    )
    yield from about.distinct().order_by("-starts_at", "-pk")[:20]


def _stage(notice: LegalNotice, now: datetime) -> str:
    version = notice.versions.in_force().first()
    waits = notice.versions.filter(approved_at__isnull=True, retired_at__isnull=True).exists()
    if version and version.ends_at and version.ends_at <= now:
        return _("ended")
    if version and version.starts_at > now:
        return _("approved, not yet begun")
    if version:
        return _("in force")
    return _("waiting for approval") if waits else _("retired or never proposed")


def story_context(request: HttpRequest, story: Story | None) -> dict[str, Any]:
    """What the story form shows of orders; nothing at all to those who may not see any."""
    user = staff(request)
    if story is None or not may(user, Deed.VIEW_NOTICE):
        return {}
    is_killed = story.workflow_status == WorkflowStatus.KILLED
    return {
        "may_withhold": may(user, Deed.WITHHOLD, story) and not is_killed,
        "orders": orders_of(request, story, timezone.now()),
    }
