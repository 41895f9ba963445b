"""Who gets to a notice's own pages, and where those are."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.admin.permissions import staff
from articles.models import LegalNotice, NoticeVersion
from articles.publishing.permissions import Deed, may, visible_notices

MOST = 2**63 - 1  # more than this no database can be asked for


def notice_for(request: HttpRequest, notice_id: int, deed: Deed) -> LegalNotice:
    """404 for what the user may not see, so that not even its existence leaks."""
    if notice_id > MOST:
        raise Http404
    notice: LegalNotice = get_object_or_404(visible_notices(staff(request)), pk=notice_id)
    if not may(staff(request), deed, notice):
        raise Http404
    return notice


def form_of(notice: LegalNotice) -> str:
    return reverse("admin:articles_legalnotice_change", args=[notice.pk])


def page_of(notice: LegalNotice, name: str) -> str:
    return reverse(f"admin:articles_legalnotice_{name}", args=[notice.pk])


def in_force(notice: LegalNotice) -> NoticeVersion | None:
    return notice.versions.in_force().select_related("approved_by", "proposed_by").first()


def newest_version(notice: LegalNotice) -> NoticeVersion | None:
    """With the people that its pages name."""
    versions = notice.versions.select_related("proposed_by", "approved_by", "reviewed_by")
    version = versions.order_by("-number").first()
    if version:
        version.notice = notice
    return version
