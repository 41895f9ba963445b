"""Legal notices at the desk: the list, the form, what stands beside it."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin import notice_starters, notice_verbs
from articles.admin.notice_beside import beside
from articles.admin.notice_form import LegalNoticeForm
from articles.admin.notice_list import NoticeList
from articles.admin.notice_search import targets_view
from articles.admin.notice_target_rows import write_targets
from articles.admin.notice_texts import NoticeTextInline
from articles.admin.permissions import DeskAdmin, staff
from articles.admin.site import EDITOR_POLICY, desk, set_policy
from articles.models import LegalNotice
from articles.publishing.notice_authors import content_now, note_author
from articles.publishing.permissions import Deed, visible_notices

Part = tuple[Any, Any]
SAYS: Part = (_("What it says"), {"fields": ["slug", "kind", "verbatim", "min_scale"]})
WHOM: Part = (
    _("Whom it concerns"),
    {
        "description": _("Empty means all. What is chosen in several rows must hold together."),
        "fields": [
            ("region", "region_exclude"),
            ("service", "service_exclude"),
            ("language", "language_exclude"),
            ("topic", "topic_exclude"),
            ("section", "section_exclude"),
            ("story", "story_exclude"),
            "reaches_translations",
            "reach",
        ],
    },
)
WHERE: Part = (_("Where it stands"), {"fields": ["placements"]})
WHEN: Part = (
    _("When"),
    {
        "description": _("As the clocks show it where the law holds."),
        "fields": ["legal_timezone", ("starts_at", "starts_at_pass"), ("ends_at", "ends_at_pass")],
    },
)
EFFECTS: Part = (_("What it switches off"), {"fields": ["effects"]})
BASIS: Part = (
    _("On which legal basis"),
    {
        "fields": ["legal_basis", "demanding_party", "public_reason", "citation_url",
                   "blocked_by_url", "when_pushed", "internal_note"],
    },
)  # fmt: skip
ORDER: Part = (_("Among other notices"), {"fields": [("priority", "group_key")]})


@admin.register(LegalNotice, site=desk)
class LegalNoticeAdmin(DeskAdmin, NoticeList):
    form = LegalNoticeForm
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_NOTICE
    inlines = [NoticeTextInline]
    fieldsets = [SAYS, WHOM, WHERE, WHEN, EFFECTS, BASIS, ORDER]
    # For those who may only look: the summary tells the rest.
    readonly_fieldsets = [SAYS, BASIS]
    change_form_template = "admin/articles/legalnotice/change_form.html"

    class Media:
        css = {"all": ["articles/desk/notice.css"]}
        js = ["articles/desk/desk.js"]

    def noun_of(self, obj: Any) -> Any:
        return obj

    def get_queryset(self, request: HttpRequest) -> QuerySet[LegalNotice]:
        return visible_notices(staff(request))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        may_change = obj is None or self.has_change_permission(request, obj)
        return self.fieldsets if may_change else self.readonly_fieldsets

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        cast(type[LegalNoticeForm], form).user = staff(request)
        return form

    # -- A new notice begins with a starter --------------------------------------------------------

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if notice_starters.is_undecided(request) and self.has_add_permission(request):
            return notice_starters.cards(request)
        return super().add_view(request, *args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        one = notice_starters.chosen(request)
        return notice_starters.initial_of(one) if one else {}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        one = notice_starters.chosen(request) if not obj.pk and request.method == "GET" else None
        return kwargs | ({"initial": notice_starters.texts_of(one)} if one else {})

    # -- Saving ------------------------------------------------------------------------------------

    def save_model(self, request: Any, obj: LegalNotice, form: Any, change: bool) -> None:
        obj.changed_by = staff(request)
        form.content_before = content_now(obj)
        super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for formset in formsets:
            formset.write_default()
        write_targets(form.instance, form.cleaned_data)
        note_author(form.instance, form.content_before, actor=staff(request))

    # -- Pages -------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        search = path(
            "targets/",
            self.admin_site.admin_view(targets_view),
            name="articles_legalnotice_targets",
        )
        verbs = [
            path(
                f"<int:notice_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"articles_legalnotice_{name}",
            )
            for name, view in notice_verbs.VIEWS.items()
        ]
        return [search, *verbs, *super().get_urls()]

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().changeform_view(request, *args, **kwargs)
        return set_policy(response, EDITOR_POLICY)

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        context["show_save_as_new"] = context["show_save_and_add_another"] = False
        if notice := context.get("original"):
            context |= beside(request, notice, timezone.now())
        return super().render_change_form(request, context, *args, **kwargs)

    def _get_obj_does_not_exist_redirect(self, *args: Any) -> HttpResponse:
        raise Http404
