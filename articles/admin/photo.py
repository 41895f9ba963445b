"""The photo library at the desk: the grid, the photo's page, and everything's addresses."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import DeskAdmin, staff
from articles.admin.photo_form import FIELDS, PhotoForm, PhotoLeaseInline, PhotoTextInline
from articles.admin.photo_list import PAGE, PhotoChangeList
from articles.admin.photo_new import new_photos_view, panel_context
from articles.admin.photo_page import page_context
from articles.admin.photo_protection import MEANWHILE, Protection, protection_of
from articles.admin.photo_search import search
from articles.admin.photo_states import ServiceFilter, StateFilter, UseFilter
from articles.admin.photo_urls import VIEWS
from articles.admin.site import desk
from articles.models import Photo
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.permissions import Deed, visible_photos
from articles.publishing.protect_photo import protect
from articles.publishing.refusals import VerbRefused, WrongState


@admin.register(Photo, site=desk)
class PhotoAdmin(DeskAdmin):
    form = PhotoForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_PHOTO
    inlines = [PhotoTextInline, PhotoLeaseInline]
    list_display = ["title"]
    list_filter = [StateFilter, UseFilter, ServiceFilter, "rights_basis"]
    list_per_page = PAGE
    list_max_show_all = PAGE
    search_fields = ["title"]  # opens the search; where it looks is for photo_search to say
    fields = FIELDS
    change_list_template = "admin/articles/photo/change_list.html"
    change_form_template = "admin/articles/photo/change_form.html"

    def noun_of(self, obj: Any) -> Any:
        return obj

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, Deed.ADD_PHOTO)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not (obj and obj.killed_at) and super().has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return visible_photos(staff(request))

    # -- The grid --------------------------------------------------------------------------------

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PhotoChangeList]:
        return PhotoChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Photo], search_term: str
    ) -> tuple[QuerySet[Photo], bool]:
        """Also what Django's searchable lists ask: there, killed photos are not offered."""
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.filter(killed_at=None)
        return search(queryset, search_term, staff(request)), False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = panel_context(request) | {"title": _("Photos")} | (extra_context or {})
        return super().changelist_view(request, context)

    def add_view(self, request: Any, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)  # refuses
        return new_photos_view(request)

    # -- The photo's page ------------------------------------------------------------------------

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        context |= page_context(request, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """The same rows are offered when the page is shown and when it comes back."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, PhotoTextInline):
            kwargs["initial"] = [{"language": code} for code in inline.lacking(request, obj)]
        return kwargs

    def save_model(self, request: Any, obj: Photo, form: Any, change: bool) -> None:
        """Only what was changed, so that two editors at two fields do not undo each other."""
        values = {name: form.cleaned_data[name] for name in form.changed_fields}
        change_photo(obj, values, actor=staff(request), now=timezone.now())

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if rows := [formset.prefix for formset in formsets if formset.has_changed()]:
            photo_changed(form.instance, actor=staff(request), now=timezone.now(), what=rows)
        request.protection = form.protection(), form.before

    def changeform_view(
        self, request: Any, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Protection comes after the form's transaction: it makes files, which takes its time."""
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except VerbRefused as refusal:
            return self._refused(request, str(refusal), object_id, form_url, extra_context)
        asked, before = getattr(request, "protection", (None, {}))
        if asked:
            self._protect(request, Photo.objects.get(pk=object_id), asked, before)
        return response

    def _refused(self, request: Any, refusal: str, object_id: Any, *args: Any) -> HttpResponse:
        """Nothing was written: the page comes back with what was typed, unless it was killed."""
        if Photo.objects.filter(pk=object_id, killed_at=None).exists():
            request.refusal = refusal
            return super().changeform_view(request, object_id, *args)
        messages.error(request, refusal)
        return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[object_id]))

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        return form

    def _protect(
        self, request: HttpRequest, photo: Photo, asked: Protection, before: Protection
    ) -> None:
        """A refusal is told; what else was changed is kept."""
        try:
            if protection_of(photo) != before:
                raise WrongState(str(MEANWHILE))
            protect(photo, actor=staff(request), now=timezone.now(), **asked)
        except VerbRefused as refusal:
            messages.error(request, str(refusal))

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(route, view if is_open else self.admin_site.admin_view(view), name=name)
            for route, view, name, is_open in VIEWS
        ]
        return own + super().get_urls()
