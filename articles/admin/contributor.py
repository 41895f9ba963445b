"""Contributors at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils import timezone

from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.models import Contributor, ContributorName
from articles.publishing.library_change import contributor_changed
from articles.publishing.permissions import Deed


class ContributorNameInline(DeskInline):
    model = ContributorName
    change_deed = Deed.EDIT_CONTRIBUTOR

    def noun_of(self, obj: object) -> None:
        return None


@admin.register(Contributor, site=desk)
class ContributorAdmin(DeskAdmin):
    """Real names under protection are seen at the desk only by those who may change them."""

    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_CONTRIBUTOR
    inlines = [ContributorNameInline]
    list_display = ["name", "kind", "byline_policy"]
    list_filter = ["kind", "byline_policy"]
    search_fields = ["name", "names__name"]
    autocomplete_fields = ["user", "portrait"]
    prepopulated_fields = {"slug": ["name"]}

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        contributor_changed(form.instance, actor=staff(request), now=timezone.now())
