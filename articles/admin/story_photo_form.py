"""One use of a photo in a story: which photo, where, cut how, and in which words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.known_choice import KnownChoice
from articles.admin.photo_fields import alt_problem, clean_lines
from articles.admin.photo_shown import ShownForm
from articles.admin.photo_taking import taken_in
from articles.admin.story_photo_words import write_words
from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage
from articles.models import Photo, Story, StoryPhoto
from articles.publishing.photo_document import text_in
from articles.vocabularies import CropName, RightsBasis

# Words and rights that belong to the library's photo, not to its use here.
LIBRARY_S = ("alt_text", "credit", "rights_basis")


class StoryPhotoForm(ShownForm):
    """``file`` makes a new photo of the library on the way, for browsers without scripts.

    Alt text, credit and rights belong to the library: they are written there where the user may.
    ``is_refused``: its photo could not be taken in when all was saved, and the row is left out.
    """

    shown = LIBRARY_S
    is_refused = False

    photo = forms.ModelChoiceField(Photo.objects.none(), required=False)  # see ``photo_field``
    file = forms.FileField(label=_("or a new file"), required=False)
    alt_text = forms.CharField(label=_("alt text"), required=False, max_length=1000)
    credit = forms.CharField(label=_("credit"), required=False, max_length=200)
    rights_basis = forms.ChoiceField(
        label=_("rights"), required=False, choices=RightsBasis, initial=RightsBasis.UNKNOWN
    )

    class Meta:
        model = StoryPhoto
        fields = ["photo", "role", "crop", "caption_override", "position"]
        widgets = {"position": forms.NumberInput({"min": 0, "max": 999})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt_text", "caption_override", "credit"):
            self.fields[name].widget.attrs["dir"] = "auto"
        if "crop" in self.fields:
            self.fields["crop"].required = False  # the whole picture where nothing is said
        self.fields["alt_text"].widget.attrs["data-counted"] = "alt_text"
        self.fields["caption_override"].widget.attrs["data-counted"] = "caption"
        if self.instance.pk:
            self._read_library(self.instance.photo)

    def _read_library(self, photo: Photo) -> None:
        text = text_in(photo, self.instance.story.service.language)
        self.initial.update({
            "alt_text": text.alt_text, "credit": photo.credit, "rights_basis": photo.rights_basis,
        })  # fmt: skip
        self.fields["caption_override"].widget.attrs["placeholder"] = text.caption

    @property
    def flag(self) -> str:
        """Worth a second look, though nothing stands against saving it."""
        override = self["caption_override"]
        caption = override.value() or override.field.widget.attrs.get("placeholder", "")
        photo = self.instance.photo if self.instance.photo_id else None
        return alt_problem(self["alt_text"].value() or "", caption, photo.title if photo else "")

    def has_changed(self) -> bool:
        return not self.is_refused and super().has_changed()

    def clean_crop(self) -> str:
        return self.cleaned_data["crop"] or CropName.FULL.value

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
        has_photo = cleaned.get("photo") or cleaned.get("file")
        if not has_photo and not {"file", "photo"} & set(self.errors):
            self.add_error("photo", _("Choose a photo of the library, or a file."))
        return cleaned | clean_lines(cleaned, ("caption_override", "alt_text", "credit"))

    def take_in(self, story: Story, actor: Any) -> None:
        """Make the new photo, if there is one, and write its words in the story's language."""
        if (upload := self.cleaned_data.get("file")) and not self.cleaned_data.get("photo"):
            now = timezone.now()
            self.instance.photo, _new = taken_in(
                upload, actor=actor, now=now, service=story.service
            )
        if self.instance.photo_id:
            kept = {"caption_override", *set(LIBRARY_S) & set(self.changed_data)}
            words = {name: self.cleaned_data[name] for name in kept}
            write_words(self.instance.photo, story, words, actor)


def photo_field(photos: Any) -> forms.ModelChoiceField:
    """The photo's number; a script puts a picture and a search before it."""
    widget = forms.NumberInput({"min": 1, "class": "story-photo-number"})
    field = KnownChoice(photos, label=_("photo number"), required=False, widget=widget)
    field.error_messages["invalid_choice"] = _(
        "There is no such photo for you to use: it was killed, or belongs to another newsroom."
    )
    return field
