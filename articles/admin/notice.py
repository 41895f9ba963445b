"""Legal notices at the desk, first form: words, whom they concern, four-eyes approval."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.admin.verbs import Confirmation, confirm
from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.publishing.notices import approve, propose, retire
from articles.publishing.permissions import Deed, may
from articles.text.sanitise import clean_line, clean_notice, clean_text
from articles.vocabularies import Effect, NoticeStatus, Placement


class SeveralOf(forms.MultipleChoiceField):
    """Several terms of a vocabulary, kept as a JSON list."""

    widget = forms.CheckboxSelectMultiple


class LegalNoticeForm(forms.ModelForm):
    placements = SeveralOf(choices=Placement.choices, label=_("Where it stands"))
    effects = SeveralOf(choices=Effect.choices, label=_("What it switches off"), required=False)

    class Meta:
        model = LegalNotice
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("demanding_party", "legal_basis", "group_key"):
            cleaned[name] = clean_line(cleaned.get(name) or "")
        cleaned["internal_note"] = clean_text(cleaned.get("internal_note") or "")
        return cleaned


class NoticeTextForm(forms.ModelForm):
    class Meta:
        model = NoticeText
        fields = ["language", "title", "body", "link_text", "link_url", "is_default"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["body"] = clean_notice(cleaned.get("body") or "")
        for name in ("title", "link_text"):
            cleaned[name] = clean_line(cleaned.get(name) or "")
        return cleaned


class NoticeInline(DeskInline):
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_NOTICE


class NoticeTextInline(NoticeInline):
    model = NoticeText
    form = NoticeTextForm
    template = "admin/edit_inline/stacked.html"


class NoticeTargetInline(NoticeInline):
    model = NoticeTarget


@admin.register(LegalNotice, site=desk)
class LegalNoticeAdmin(DeskAdmin):
    form = LegalNoticeForm
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_NOTICE
    inlines = [NoticeTextInline, NoticeTargetInline]
    list_display = ["slug", "kind", "status", "starts_at", "ends_at", "changed_at"]
    list_filter = ["status", "kind"]
    search_fields = ["slug", "texts__title"]
    change_form_template = "admin/articles/legalnotice/change_form.html"

    def noun_of(self, obj: Any) -> Any:
        return obj

    def save_model(self, request: Any, obj: LegalNotice, form: Any, change: bool) -> None:
        obj.changed_by = staff(request)
        if change and obj.status == NoticeStatus.PROPOSED:
            obj.status = NoticeStatus.DRAFT  # changed text is unapproved text
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        views = {"propose": propose_view, "approve": approve_view, "retire": retire_view}
        verbs = [
            path(
                f"<int:notice_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"articles_legalnotice_{name}",
            )
            for name, view in views.items()
        ]
        return verbs + super().get_urls()

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        notice = context.get("original")
        waiting = notice and notice.versions.order_by("-number").first()
        context["waiting"] = waiting if waiting and not waiting.approved_at else None
        context["in_force"] = notice and notice.versions.in_force().first()
        context["may_approve"] = may(staff(request), Deed.APPROVE_NOTICE, notice)
        return super().render_change_form(request, context, *args, **kwargs)


def _notice(request: HttpRequest, notice_id: int, deed: Deed) -> LegalNotice:
    notice = get_object_or_404(LegalNotice, pk=notice_id)
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
