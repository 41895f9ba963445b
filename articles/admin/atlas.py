"""Regions at the desk: what belongs to what since when, and how sources spell it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.atlas_forms import AliasForm, MemberFormSet, RegionForm
from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.models import Region, RegionAlias, RegionMembership
from articles.publishing.atlas_change import region_changed
from articles.publishing.permissions import Deed
from articles.publishing.refusals import VerbRefused
from articles.text.spellings import spelling
from articles.vocabularies import RegionKind


class AtlasInline(DeskInline):
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_ATLAS

    def noun_of(self, obj: Any) -> None:
        return None


class MemberInline(AtlasInline):
    model = RegionMembership
    fk_name = "group"
    formset = MemberFormSet
    fields = ["member", "extent", "starts_on", "ends_on", "note"]
    autocomplete_fields = ["member"]
    verbose_name = _("member")
    verbose_name_plural = _("members (from the first day until the first day no longer)")


class AliasInline(AtlasInline):
    model = RegionAlias
    form = AliasForm
    fields = ["country", "subdivision"]
    verbose_name = _("spelling")
    verbose_name_plural = _("how edges and address databases call it")


@admin.register(Region, site=desk)
class RegionAdmin(DeskAdmin):
    form = RegionForm
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_ATLAS
    list_display = ["code", "name", "kind", "parent", "note"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["code", "name"]
    search_help_text = _("Code, name, or a spelling that a source uses")
    autocomplete_fields = ["parent"]
    fields = ["code", "name", "kind", "parent", "note", "belongs_to"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Notices name regions by their code, which therefore never changes."""
        return ["belongs_to"] + (["code", "kind"] if obj else [])

    def get_inlines(self, request: HttpRequest, obj: Region | None) -> list[Any]:
        if obj is None:
            return []
        return [MemberInline] if obj.kind == RegionKind.GROUP else [AliasInline]

    @admin.display(description=_("belongs to"))
    def belongs_to(self, region: Region) -> str:
        rows = region.groups.select_related("group") if region.pk else ()
        return ", ".join(_term(row) for row in rows) or "–"

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """Also by spelling, in whatever script it is typed."""
        found, has_twins = super().get_search_results(request, queryset, search_term)
        spelled = spelling(search_term)
        if not spelled:
            return found, has_twins
        aliased = RegionAlias.objects.filter(subdivision__contains=spelled).values("region")
        return found | queryset.filter(pk__in=aliased), has_twins

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        what = [*form.changed_data, *_changed_rows(formsets)]
        if what or not change:
            region_changed(form.instance, actor=staff(request), now=timezone.now(), what=what)

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Somebody else's change may make this one senseless after the form was checked."""
        try:
            answer: HttpResponse = super().changeform_view(request, object_id, *args, **kwargs)
        except VerbRefused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(request.path)
        return answer


def _term(row: RegionMembership) -> str:
    since, until = row.starts_on or "", row.ends_on or ""
    dates = f" {since} – {until}" if since or until else ""
    return f"{row.group.code} ({row.get_extent_display().lower()}{dates})"


def _changed_rows(formsets: Iterable[Any]) -> list[str]:
    return [formset.model._meta.model_name for formset in formsets if formset.has_changed()]
