"""Legal notices at the desk, first form: words, whom they concern, four-eyes approval."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles.admin import notice_verbs
from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.models import LegalNotice, NoticeTarget, NoticeText
from articles.publishing.permissions import Deed, may, visible_notices
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[LegalNotice]:
        return visible_notices(staff(request))

    def save_model(self, request: Any, obj: LegalNotice, form: Any, change: bool) -> None:
        obj.changed_by = staff(request)
        if change and obj.status == NoticeStatus.PROPOSED:
            obj.status = NoticeStatus.DRAFT  # changed text is unapproved text
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        verbs = [
            path(
                f"<int:notice_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"articles_legalnotice_{name}",
            )
            for name, view in notice_verbs.VIEWS.items()
        ]
        return verbs + super().get_urls()

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        notice = context.get("original")
        waiting = notice and notice.versions.order_by("-number").first()
        context["waiting"] = waiting if waiting and not waiting.approved_at else None
        context["in_force"] = notice and notice.versions.in_force().first()
        context["may_approve"] = may(staff(request), Deed.APPROVE_NOTICE, notice)
        return super().render_change_form(request, context, *args, **kwargs)
