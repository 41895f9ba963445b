"""What waits for a second person: proposals, and approvals that one person made alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.notice_access import page_of
from articles.admin.notice_terms import in_both
from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.models import NoticeVersion
from articles.publishing.actors import name_of
from articles.publishing.notice_authors import is_author
from articles.publishing.notice_names import names_of
from articles.publishing.notice_summary import summary
from articles.publishing.permissions import Deed, may, visible_notices
from articles.vocabularies import NoticeStatus

MOST = 100


@dataclass(frozen=True)
class Waiting:
    """``url`` leads to the page that settles it; empty for those who may not."""

    version: NoticeVersion
    summary: str
    who: str
    when: str
    is_own: bool
    url: str


def proposals(user: User) -> QuerySet[NoticeVersion]:
    """The newest version of each notice that is proposed and not approved."""
    notices = visible_notices(user).filter(status=NoticeStatus.PROPOSED)
    newer = NoticeVersion.objects.filter(notice=OuterRef("notice"), number__gt=OuterRef("number"))
    waiting = NoticeVersion.objects.filter(~Exists(newer), notice__in=notices)
    waiting = waiting.filter(approved_at__isnull=True)
    return waiting.select_related("notice", "proposed_by").order_by("proposed_at", "pk")


def alone(user: User) -> QuerySet[NoticeVersion]:
    """In force on one person's word."""
    versions = NoticeVersion.objects.awaiting_review().filter(notice__in=visible_notices(user))
    return versions.select_related("notice", "approved_by").order_by("approved_at", "pk")


def told_at_the_start(user: User) -> str:
    """For the desk's start page: how much waits, the urgent first; empty when nothing does."""
    told = []
    if count := alone(user).count():
        told.append(
            ngettext(
                "%(count)s notice approved by one person alone: to be reviewed.",
                "%(count)s notices approved by one person alone: to be reviewed.",
                count,
            )
            % {"count": count}
        )
    if count := proposals(user).count():
        told.append(
            ngettext("%(count)s proposal to approve.", "%(count)s proposals to approve.", count)
            % {"count": count}
        )
    return " ".join(told)


def waiting_view(request: HttpRequest) -> HttpResponse:
    user = staff(request)
    to_review, to_approve = list(alone(user)[:MOST]), list(proposals(user)[:MOST])
    context = desk.each_context(request) | {
        "title": _("Waiting for a second person"),
        "alone": _rows(user, to_review, "review"),
        "proposals": _rows(user, to_approve, "approve"),
    }
    return TemplateResponse(request, "admin/law/waiting.html", context)


def _rows(user: User, versions: Iterable[NoticeVersion], page: str) -> list[Waiting]:
    versions = list(versions)
    names = names_of([version.content for version in versions], user)
    return [
        _row(user, version, summary(version.content, names=names), page) for version in versions
    ]


def _row(user: User, version: NoticeVersion, words: str, page: str) -> Waiting:
    person = version.proposed_by if page == "approve" else version.approved_by
    moment = version.proposed_at if page == "approve" else version.approved_at
    return Waiting(
        version=version,
        summary=words,
        who=name_of(person) if person else _("the system"),
        when=in_both(moment or version.proposed_at, version.notice.legal_timezone),
        is_own=_is_own(user, version, page),
        url=page_of(version.notice, page) if may(user, Deed.APPROVE_NOTICE, version.notice) else "",
    )


def _is_own(user: User, version: NoticeVersion, page: str) -> bool:
    """Whether somebody else has to judge it."""
    return is_author(version, user) if page == "approve" else version.approved_by_id == user.pk


desk.add_page(
    DeskPage(
        route="law/waiting/",
        view=waiting_view,
        name="law_waiting",
        title=gettext_lazy("Waiting for a second person"),
        deed=Deed.VIEW_NOTICE,
        about=gettext_lazy("Proposals to approve, emergency approvals to review."),
        told=told_at_the_start,
    )
)
