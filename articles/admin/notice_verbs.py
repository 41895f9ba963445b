"""Propose, approve, retire a legal notice: pages of their own, never a field of the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import staff
from articles.admin.verbs import Confirmation, confirm
from articles.models import LegalNotice
from articles.publishing.notices import approve, propose, retire
from articles.publishing.permissions import Deed, may, visible_notices


def _notice(request: HttpRequest, notice_id: int, deed: Deed) -> LegalNotice:
    notice = get_object_or_404(visible_notices(staff(request)), pk=notice_id)
    if not may(staff(request), deed, notice):
        raise Http404
    return notice


def _form_of(notice: LegalNotice) -> str:
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def propose_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = _notice(request, notice_id, Deed.EDIT_NOTICE), timezone.now()
    ask = Confirmation(
        title=str(_("Propose")),
        question=str(_("A second legal officer will be asked to approve this wording.")),
        button=str(_("Propose")),
        back=_form_of(notice),
        done=str(_("The notice awaits approval.")),
    )
    return confirm(
        request, ask, lambda _reason: propose(notice, actor=staff(request), now=now), notice
    )


def approve_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = _notice(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    version = notice.versions.order_by("-number").first()
    if version is None:
        raise Http404
    ask = Confirmation(
        title=str(_("Approve")),
        question=str(_("From its start on, readers whom it concerns will see this notice.")),
        button=str(_("Approve")),
        back=_form_of(notice),
        done=str(_("The notice is approved.")),
    )
    return confirm(
        request, ask, lambda _reason: approve(version, actor=staff(request), now=now), notice
    )


def retire_view(request: HttpRequest, notice_id: int) -> HttpResponse:
    notice, now = _notice(request, notice_id, Deed.APPROVE_NOTICE), timezone.now()
    ask = Confirmation(
        title=str(_("Retire")),
        question=str(_("The notice disappears from every page at once.")),
        button=str(_("Retire")),
        back=_form_of(notice),
        done=str(_("The notice is retired.")),
        needs_reason=True,
        danger=True,
    )
    return confirm(
        request,
        ask,
        lambda reason: retire(notice, actor=staff(request), now=now, reason=reason),
        notice,
    )


VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "propose": propose_view,
    "approve": approve_view,
    "retire": retire_view,
}


@dataclass(frozen=True)
class VerbLink:
    """What can be done with a notice now: shown beside its form."""

    title: str
    url: str
    is_grave: bool = False


def verb_links(request: HttpRequest, notice: LegalNotice) -> list[VerbLink]:
    """Only what this user may do, in the order in which it is done."""

    def link(name: str, title: str, *, is_grave: bool = False) -> VerbLink:
        url = reverse(f"admin:articles_legalnotice_{name}", args=[notice.pk])
        return VerbLink(title, url, is_grave)

    newest, found = notice.versions.order_by("-number").first(), []
    if may(staff(request), Deed.EDIT_NOTICE, notice):
        found.append(link("propose", gettext("Propose …")))
    if may(staff(request), Deed.APPROVE_NOTICE, notice):
        if newest and not newest.approved_at:
            number = {"number": newest.number}
            found.append(link("approve", gettext("Approve version %(number)s …") % number))
        if notice.versions.in_force().exists():
            found.append(link("retire", gettext("Retire …"), is_grave=True))
    return found
