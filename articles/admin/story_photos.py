"""Photos beside the story: pick one from the library or bring a new file, with its words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskInline, staff
from articles.imaging.intake import RefusedImage, inspect
from articles.models import Photo, PhotoText, Rendition, Story, StoryPhoto
from articles.publishing.actors import Actor
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.permissions import Deed, may, visible_photos
from articles.text.sanitise import clean_line
from articles.vocabularies import PhotoRole, RightsBasis


class StoryPhotoForm(forms.ModelForm):
    """A use of a photo; ``file`` makes a new photo of the library on the way."""

    file = forms.FileField(label=_("or a new file"), required=False)
    alt_text = forms.CharField(
        label=_("alt text"),
        required=False,
        max_length=1000,
        help_text=_("What the picture shows. Not the caption again."),
    )
    credit = forms.CharField(label=_("credit"), required=False, max_length=200)

    class Meta:
        model = StoryPhoto
        fields = ["photo", "role", "caption_override", "position"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].required = False
        if self.instance.pk:
            text = _text(self.instance.photo, self.instance.story)
            self.initial["alt_text"] = text.alt_text
            self.initial["credit"] = self.instance.photo.credit

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload:
            try:
                inspect(upload.read())
            except RefusedImage as error:
                raise forms.ValidationError(str(error)) from error
            upload.seek(0)
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not (cleaned.get("photo") or cleaned.get("file") or self.errors.get("file")):
            self.add_error("photo", _("Choose a photo of the library, or a file."))
        for name in ("caption_override", "alt_text", "credit"):
            cleaned[name] = clean_line(cleaned.get(name) or "")
        return cleaned

    def take_in(self, story: Story, actor: Actor) -> None:
        """Make the new photo, if there is one, and write its words in the story's language."""
        cleaned, now = self.cleaned_data, timezone.now()
        if upload := cleaned.get("file"):
            try:
                photo = add_photo(
                    upload.read(),
                    upload.name,
                    actor=actor,
                    now=now,
                    newsroom=story.service.newsroom,
                    language=story.service.language,
                )
                photo.rights_basis = RightsBasis.STAFF
            except DuplicatePhoto as known:
                photo = known.photo
            self.instance.photo = photo
        if not self.instance.photo_id:
            return
        _write_words(self.instance.photo, story, cleaned, actor)


def _text(photo: Photo, story: Story) -> PhotoText:
    language = story.service.language
    return photo.texts.filter(language=language).first() or PhotoText(
        photo=photo, language=language
    )


def _write_words(photo: Photo, story: Story, words: dict[str, Any], actor: Actor) -> None:
    """The library learns what it lacks; what it has changes only by those who may change it."""
    may_change = may(actor, Deed.EDIT_PHOTO, photo)
    if words["credit"] and (may_change or not photo.credit):
        photo.credit = words["credit"]
    photo.save()
    text = _text(photo, story)
    if words["alt_text"] and (may_change or not text.alt_text):
        text.alt_text = words["alt_text"]
    text.caption = text.caption or words["caption_override"]
    if text.alt_text or text.caption:
        text.save()


class StoryPhotoInline(DeskInline):
    model = StoryPhoto
    form = StoryPhotoForm
    autocomplete_fields = ["photo"]
    fields = [
        "thumbnail",
        "photo",
        "file",
        "role",
        "alt_text",
        "caption_override",
        "credit",
        "position",
    ]
    readonly_fields = ["thumbnail"]
    verbose_name = _("photo")
    verbose_name_plural = _("photos")
    change_deed = Deed.WRITE_STORY
    template = "admin/edit_inline/stacked.html"

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj and obj.story_photos.exists() else 1

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "photo":
            kwargs["queryset"] = visible_photos(staff(request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        """The first photo of a story leads it."""
        formset = super().get_formset(request, obj, **kwargs)
        if not (obj and obj.story_photos.exists()):
            formset.form.base_fields["role"].initial = PhotoRole.LEAD
        return formset

    @staticmethod
    def thumbnail(use: StoryPhoto) -> str:
        return thumbnail_of(use.photo) if use.photo_id else ""


# The list's small pictures in two queries, however many stories there are.
LEAD_PICTURES = Prefetch(
    "story_photos",
    queryset=StoryPhoto.objects.filter(role=PhotoRole.LEAD)
    .prefetch_related(
        Prefetch(
            "photo__renditions",
            queryset=Rendition.objects.filter(format="jpeg").order_by("width"),
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


def thumbnail_of(photo: Photo) -> str:
    """The smallest public rendition as a small picture."""
    smallest = next(iter(photo.renditions.filter(format="jpeg").order_by("width")), None)
    if smallest is None:
        return str(_("being made"))
    return format_html('<img class="thumbnail" src="{}" alt="">', smallest.file.url)
