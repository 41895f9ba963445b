"""Contributors at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

from articles.admin.contributor_portrait import PortraitForm
from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.models import Contributor, ContributorName, Photo
from articles.publishing.library_change import contributor_changed
from articles.publishing.permissions import Deed, services_where, visible_photos


class ContributorNameInline(DeskInline):
    model = ContributorName
    change_deed = Deed.EDIT_CONTRIBUTOR

    def noun_of(self, obj: object) -> None:
        return None


@admin.register(Contributor, site=desk)
class ContributorAdmin(DeskAdmin):
    """Real names under protection are seen at the desk only by those who may change them."""

    form = PortraitForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_CONTRIBUTOR
    inlines = [ContributorNameInline]
    list_display = ["name", "kind", "byline_policy"]
    list_filter = ["kind", "byline_policy"]
    search_fields = ["name", "names__name"]
    autocomplete_fields = ["user", "portrait"]
    prepopulated_fields = {"slug": ["name"]}

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """A portrait is one of the photos that the user may see, or the one that is there."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        if "portrait" in form.base_fields:  # not where a contributor is only looked at
            seen = Q(pk__in=visible_photos(staff(request)).filter(killed_at=None))
            there = Q(pk=obj.portrait_id if obj else None)
            form.base_fields["portrait"].queryset = Photo.objects.filter(seen | there)
            form.services = services_where(staff(request), Deed.EDIT_CONTRIBUTOR)
        return form

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        contributor_changed(form.instance, actor=staff(request), now=timezone.now())
