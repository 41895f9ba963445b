"""Propose, approve, review, retire a notice: pages of their own, never a field of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.notice_access import form_of, in_force, newest_version, notice_for, page_of
from articles.admin.notice_approval import Verb, decide
from articles.admin.notice_frames import frame_view
from articles.admin.notice_history import history_view
from articles.admin.notice_judgements import (
    ask_to_approve,
    ask_to_approve_alone,
    ask_to_propose,
    ask_to_retire,
    ask_to_review,
)
from articles.admin.notice_preview import matrix_view, preview_view
from articles.admin.permissions import staff
from articles.models import LegalNotice
from articles.publishing.notice_authors import is_author
from articles.publishing.notices import approve, approve_alone, propose, retire, review
from articles.publishing.permissions import Deed, may
from articles.vocabularies import NoticeStatus


def propose_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = notice_for(request, notice_id, Deed.EDIT_NOTICE), timezone.now()
    return decide(
        request,
        lambda: ask_to_propose(notice, now),
        Verb(
            lambda _version, _reason: propose(notice, actor=staff(request), now=now),
            done=_("The notice awaits approval by somebody else."),
            leads_to=form_of(notice),
            is_done=lambda: True,  # the same content again: the proposal stands
        ),
        now,
    )


def approve_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = notice_for(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    actor = staff(request)
    return decide(
        request,
        lambda: ask_to_approve(notice, actor, now),
        Verb(
            lambda version, _reason: approve(
                version, actor=actor, now=now, seen_hash=request.POST.get("seen_hash", "")
            ),
            done=_("The notice is approved."),
            leads_to=form_of(notice),
            binds=True,
            is_done=lambda: _approved_by(notice, actor),
        ),
        now,
    )


def alone_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Only for the own words or proposal: somebody else's are simply approved."""
    notice, now = notice_for(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    actor, version = staff(request), newest_version(notice)
    if version and not version.approved_at and not is_author(version, actor):
        return HttpResponseRedirect(page_of(notice, "approve"))
    return decide(
        request,
        lambda: ask_to_approve_alone(notice, now),
        Verb(
            lambda version, reason: approve_alone(
                version,
                actor=actor,
                now=now,
                reason=reason,
                seen_hash=request.POST.get("seen_hash", ""),
            ),
            done=_("The notice is in force on your word alone; somebody else must review it."),
            leads_to=form_of(notice),
            binds=True,
            is_done=lambda: _approved_by(notice, actor),
        ),
        now,
    )


def review_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = notice_for(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    actor = staff(request)
    return decide(
        request,
        lambda: ask_to_review(notice, actor, now),
        Verb(
            lambda version, _reason: review(version, actor=actor, now=now),
            done=_("The emergency approval is reviewed."),
            leads_to=form_of(notice),
            is_done=lambda: _reviewed_by(notice, actor),
        ),
        now,
    )


def retire_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = notice_for(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    return decide(
        request,
        lambda: ask_to_retire(notice, now),
        Verb(
            lambda _version, reason: retire(notice, actor=staff(request), now=now, reason=reason),
            done=_("The notice is retired."),
            leads_to=form_of(notice),
            is_done=lambda: notice.status == NoticeStatus.RETIRED,
        ),
        now,
    )


def _approved_by(notice: LegalNotice, actor: User) -> bool:
    version = newest_version(notice)
    return version is not None and version.approved_by_id == actor.pk


def _reviewed_by(notice: LegalNotice, actor: User) -> bool:
    version = in_force(notice)
    return version is not None and version.reviewed_by_id == actor.pk


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "propose": propose_view,
    "approve": approve_view,
    "alone": alone_view,
    "review": review_view,
    "retire": retire_view,
    "matrix": matrix_view,
    "preview": preview_view,
    "frame": frame_view,
    "history": history_view,
}


@dataclass(frozen=True)
class VerbLink:
    """What can be done with a notice now: shown beside its form."""

    title: str
    url: str
    is_grave: bool = False


def verb_links(request: HttpRequest, notice: LegalNotice) -> list[VerbLink]:
    """Only what this user may do, in the order in which it is done; looking comes first."""
    found = [
        VerbLink(_("Who sees what"), page_of(notice, "matrix")),
        VerbLink(_("Read a story as a reader there"), page_of(notice, "preview")),
    ]
    if may(staff(request), Deed.EDIT_NOTICE, notice):
        found.append(VerbLink(_("Propose …"), page_of(notice, "propose")))
    if may(staff(request), Deed.APPROVE_NOTICE, notice):
        found += _verdicts(notice)
    return found


def _verdicts(notice: LegalNotice) -> Iterator[VerbLink]:
    version, current = newest_version(notice), in_force(notice)
    if version and not version.approved_at:
        title = _("Approve version %(number)s …") % {"number": version.number}
        yield VerbLink(title, page_of(notice, "approve"))
    if notice.versions.awaiting_review().exists():
        yield VerbLink(_("Review the emergency approval …"), page_of(notice, "review"))
    if current:
        yield VerbLink(_("Retire …"), page_of(notice, "retire"), is_grave=True)
