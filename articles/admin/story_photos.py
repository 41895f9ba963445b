"""Photos beside the story, as rows of its form."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.forms import Script
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskInline, staff
from articles.admin.photo_list import SMALL_FILES
from articles.admin.story_photo_form import StoryPhotoForm, photo_field
from articles.admin.story_photo_rows import StoryPhotoFormSet
from articles.models import Photo, Rendition, Story, StoryPhoto
from articles.publishing.permissions import Deed, visible_photos
from articles.vocabularies import CropName, PhotoRole


class StoryPhotoInline(DeskInline):
    model = StoryPhoto
    form = StoryPhotoForm
    formset = StoryPhotoFormSet
    fields = [
        "photo", "file", "alt_text", "caption_override", "credit", "rights_basis",
        "role", "crop", "position",
    ]  # fmt: skip
    verbose_name = _("photo")
    verbose_name_plural = _("photos")
    change_deed = Deed.WRITE_STORY
    template = "admin/articles/photo/story_photos.html"
    extra = 1

    class Media:
        css = {
            "all": [
                f"articles/desk/{name}.css" for name in ("photo", "photo_fields", "story_photos")
            ]
        }
        js = [Script("articles/desk/story_photos.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoryPhoto]:
        uses = super().get_queryset(request).select_related("story__service")
        photos = Photo.objects.prefetch_related("texts", SMALL_FILES)
        return uses.prefetch_related(Prefetch("photo", queryset=photos))

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        """The first photo of a story leads it, the others follow it as a gallery."""
        formset = super().get_formset(request, obj, **kwargs)
        fields = formset.form.base_fields
        if "role" not in fields:  # only looked at
            return formset
        uses = obj.story_photos.values("photo") if obj else StoryPhoto.objects.none()
        killed_too = Q(killed_at=None) | Q(pk__in=uses)
        fields["photo"] = photo_field(visible_photos(staff(request)).filter(killed_too))
        leads = obj and obj.story_photos.filter(role=PhotoRole.LEAD).exists()
        fields["role"].initial = PhotoRole.GALLERY if leads else PhotoRole.LEAD
        return formset


# The list's small pictures in two queries, however many stories there are.
LEAD_PICTURES = Prefetch(
    "story_photos",
    queryset=StoryPhoto.objects.filter(role=PhotoRole.LEAD)
    .prefetch_related(
        Prefetch(
            "photo__renditions",
            queryset=Rendition.objects.filter(format="jpeg", crop=CropName.FULL).order_by("width"),
        )
    )
    .select_related("photo"),
    to_attr="lead_uses",
)


def list_picture(story: Story) -> str:
    """The lead photo as ``LEAD_PICTURES`` has fetched it."""
    uses: list[StoryPhoto] = story.lead_uses  # type: ignore[attr-defined]
    renditions = list(uses[0].photo.renditions.all()) if uses else []
    if not renditions:
        return ""
    return format_html('<img class="thumbnail" src="{}" alt="">', renditions[0].file.url)
