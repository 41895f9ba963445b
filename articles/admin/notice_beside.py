"""What stands above and beside a saved notice: its summary, state, findings, and what to do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.admin.notice_list import badges, marks
from articles.admin.notice_verbs import verb_links
from articles.admin.notice_when import Told
from articles.admin.permissions import staff
from articles.admin.verbs import ANCHORS
from articles.models import LanguageService, LegalNotice
from articles.publishing.notice_draft import rule_of
from articles.publishing.notice_preflight import notice_problems
from articles.publishing.notice_snapshot import notice_snapshot
from articles.publishing.notice_summary import summary
from articles.publishing.notice_wording import missing_texts


def beside(request: HttpRequest, notice: LegalNotice, now: datetime) -> dict[str, Any]:
    content = notice_snapshot(notice)
    newest = notice.versions.order_by("-number").first()
    in_force = notice.versions.in_force().first()
    problems = notice_problems(notice, now)
    return {
        "told": summary(content, user=staff(request)),
        "badges": badges(marks(notice, in_force, now)),
        "in_force": in_force,
        "waiting": newest if newest and not newest.approved_at else None,
        "findings": [(one, ANCHORS.get(one.field, "")) for one in problems],
        "is_blocked": any(one.blocks for one in problems),
        "missing_texts": missing_texts(rule_of(notice, content), LanguageService.objects.all()),
        "verb_links": verb_links(request, notice),
        "moments": _moments(notice),
    }


def _moments(notice: LegalNotice) -> list[Told]:
    found = [Told(_("Starts"), notice.starts_at, notice.legal_timezone)]
    if notice.ends_at:
        found.append(Told(_("Ends"), notice.ends_at, notice.legal_timezone))
    return found
