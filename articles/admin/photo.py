"""The photo library, first form: upload, words per language, rights, where it is used."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskAdmin, DeskInline, staff
from articles.admin.site import desk
from articles.admin.story_photos import thumbnail_of
from articles.imaging.intake import RefusedImage
from articles.models import Photo, PhotoText
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.library_change import photo_changed
from articles.publishing.permissions import Deed, visible_photos
from articles.publishing.refusals import WrongState
from articles.text.sanitise import clean_line

LINES = ("title", "credit", "copyright_notice", "usage_terms", "place")
PICKER_SIZE = 24


class PhotoForm(forms.ModelForm):
    class Meta:
        model = Photo
        fields = "__all__"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return cleaned | {name: clean_line(cleaned[name]) for name in LINES if name in cleaned}


class NewPhotoForm(forms.ModelForm):
    """Only the file: its embedded words fill the form that follows."""

    actor: User  # set by the admin for each request
    file = forms.FileField(label=_("photo"), help_text=_("JPEG, PNG, WebP or AVIF, up to 50 MB."))

    class Meta:
        model = Photo
        fields: list[str] = []

    def clean(self) -> dict[str, Any]:
        """Make the photo here, so that a refusal stands beside the field."""
        cleaned = super().clean() or self.cleaned_data
        if upload := cleaned.get("file"):
            try:
                self.instance = add_photo(
                    upload.read(), upload.name, actor=self.actor, now=timezone.now()
                )
            except (RefusedImage, DuplicatePhoto, WrongState) as error:
                self.add_error("file", str(error))
        return cleaned

    def save(self, commit: bool = True) -> Photo:
        """Nothing is left to do: ``add_photo`` has stored all there is."""
        photo: Photo = self.instance
        return photo

    def save_m2m(self) -> None:
        """Part of the form's protocol; a new photo has no relations yet."""


class PhotoTextForm(forms.ModelForm):
    class Meta:
        model = PhotoText
        fields = ["language", "alt_text", "caption"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        texts = {name: clean_line(cleaned.get(name) or "") for name in ("alt_text", "caption")}
        return cleaned | texts


class PhotoTextInline(DeskInline):
    model = PhotoText
    form = PhotoTextForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_PHOTO
    verbose_name_plural = _("caption and alt text per language")


@admin.register(Photo, site=desk)
class PhotoAdmin(DeskAdmin):
    form = PhotoForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_PHOTO
    inlines = [PhotoTextInline]
    list_display = ["thumbnail", "title", "credit", "rights_basis", "rights_end_at", "created_at"]
    list_display_links = ["thumbnail", "title"]
    list_filter = ["rights_basis"]
    search_fields = ["title", "credit", "place", "texts__caption"]
    readonly_fields = ["thumbnail", "width", "height", "used_in", "uploaded_by"]
    fields = [
        "thumbnail", "title", "credit", "copyright_notice", "usage_terms", "rights_basis",
        "rights_end_at", "taken_at", "place", "focal_x", "focal_y", "width", "height",
        "used_in", "uploaded_by",
    ]  # fmt: skip

    def noun_of(self, obj: Any) -> Any:
        return obj

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, Deed.ADD_PHOTO)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return visible_photos(staff(request))

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            return type("NewPhotoForm", (NewPhotoForm,), {"actor": staff(request)})
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else ["file"]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return self.inlines if obj else []

    def save_model(self, request: Any, obj: Photo, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change:
            photo_changed(form.instance, actor=staff(request), now=timezone.now())

    def response_add(self, request: Any, obj: Photo, post_url_continue: Any = None) -> HttpResponse:
        """After the upload comes the form with the photo's words."""
        if "_popup" not in request.POST:
            request.POST = request.POST.copy() | {"_continue": "1"}
        return super().response_add(request, obj, post_url_continue)

    def get_urls(self) -> list[URLPattern]:
        picker = self.admin_site.admin_view(self.picker_view)
        return [path("picker/", picker, name="articles_photo_picker"), *super().get_urls()]

    def picker_view(self, request: HttpRequest) -> JsonResponse:
        """The newest photos, or those that match ``q`` or the ids in ``ids``: for the editor."""
        photos = self.get_queryset(request).prefetch_related("renditions")
        if ids := request.GET.get("ids", ""):
            numbers = [int(part) for part in ids.split(",") if part.isascii() and part.isdigit()]
            photos = photos.filter(pk__in=numbers[:PICKER_SIZE])
        elif query := request.GET.get("q", "").strip():
            photos = self.get_search_results(request, photos, query)[0].distinct()
        rows = [
            {"id": photo.pk, "title": photo.title, "thumbnail": _thumbnail_url(photo)}
            for photo in photos[:PICKER_SIZE]
        ]
        return JsonResponse({"photos": rows})

    @admin.display(description="")
    def thumbnail(self, photo: Photo) -> str:
        return thumbnail_of(photo) if photo.pk else ""

    @admin.display(description=_("used in"))
    def used_in(self, photo: Photo) -> str:
        stories = photo.uses.select_related("story").order_by("-story__changed_at")[:20]
        return ", ".join(use.story.headline for use in stories) or "–"


def _thumbnail_url(photo: Photo) -> str:
    files = sorted(photo.renditions.all(), key=lambda row: (row.format != "jpeg", row.width))
    return str(files[0].file.url) if files else ""
