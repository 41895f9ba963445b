"""What is typed for an entry of live coverage: the composer, and each entry's own form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.photo_access import offered_photos
from articles.admin.photo_taking import taken_in
from articles.admin.story_photo_words import write_words
from articles.models import Contributor, LiveEntry, Photo, Story
from articles.publishing.live.words import (
    LONGEST_CORRECTION,
    LONGEST_HEADLINE,
    LONGEST_TEXT,
    Words,
)
from articles.text.sanitise import clean_line
from articles.vocabularies import RightsBasis


class EntryForm(forms.Form):
    """``file`` makes a new photo of the library on the way, for browsers without scripts.

    Alt text, credit and rights belong to the library: they are written there where the user may.
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    headline = forms.CharField(
        label=gettext_lazy("Headline"), max_length=LONGEST_HEADLINE, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    photo = forms.IntegerField(label=gettext_lazy("photo number"), required=False, min_value=1)
    file = forms.FileField(label=gettext_lazy("or a new file"), required=False)
    alt_text = forms.CharField(label=gettext_lazy("alt text"), max_length=1000, required=False)
    caption = forms.CharField(label=gettext_lazy("caption"), max_length=1000, required=False)
    credit = forms.CharField(label=gettext_lazy("credit"), max_length=200, required=False)
    rights_basis = forms.ChoiceField(
        label=gettext_lazy("rights"), choices=RightsBasis, required=False
    )
    contributor = forms.ModelChoiceField(
        Contributor.objects.none(),
        label=gettext_lazy("By"),
        required=False,
        empty_label=gettext_lazy("nobody is named"),
    )
    is_key_event = forms.BooleanField(label=gettext_lazy("Key event"), required=False)
    is_pinned = forms.BooleanField(label=gettext_lazy("Pinned"), required=False)
    alone = forms.BooleanField(
        label=gettext_lazy("Post alone: the chief looks it over later"), required=False
    )
    correction = forms.CharField(
        label=gettext_lazy("Correction that readers see"),
        max_length=LONGEST_CORRECTION,
        required=False,
        help_text=gettext_lazy("Say what was wrong. Empty: the change is not pointed out."),
    )

    def __init__(
        self,
        story: Story,
        user: User,
        *args: Any,
        people: Sequence[Contributor] | None = None,
        **kwargs: Any,
    ) -> None:
        """``people``: as ``people_for`` finds them, asked for once where there are many forms."""
        super().__init__(*args, **kwargs)
        self.story, self.user = story, user
        field: Any = self.fields["contributor"]
        field.queryset = people_for(story, user)
        if people is not None:
            field.choices = [("", field.empty_label), *((one.pk, one.name) for one in people)]
        for name in ("headline", "text", "alt_text", "caption", "correction"):
            self.fields[name].widget.attrs["dir"] = "auto"

    def clean_photo(self) -> Photo | None:
        number = self.cleaned_data["photo"]
        if not number:
            return None
        found = offered_photos(self.user).filter(pk=min(number, 2**62)).first()
        if found is None:
            raise forms.ValidationError(
                _("There is no such photo for you to use: it was killed, or is not yours.")
            )
        return found

    def words(self) -> Words:
        """Takes in a new photo, and tells the library what was typed of it.

        Raises RefusedImage, VerbRefused.
        """
        typed = self.cleaned_data
        photo = self._photo()
        if photo:
            names = ("alt_text", "credit", "rights_basis")
            said = {name: clean_line(typed[name]) for name in names if typed[name]}
            said["caption_override"] = clean_line(typed["caption"])
            write_words(photo, self.story, said, self.user)
        return Words(
            headline=typed["headline"],
            text=typed["text"],
            photo=photo,
            contributor=typed["contributor"],
            is_key_event=typed["is_key_event"],
            is_pinned=typed["is_pinned"],
        )

    def _photo(self) -> Photo | None:
        upload, chosen = self.cleaned_data["file"], self.cleaned_data["photo"]
        if not isinstance(upload, UploadedFile) or chosen:
            return chosen  # type: ignore[no-any-return]
        photo, _new = taken_in(
            upload, actor=self.user, now=timezone.now(), service=self.story.service
        )
        # A refusal that follows must not take it in a second time.
        self.data = dict(self.data.items()) | {self.add_prefix("photo"): str(photo.pk)}
        return photo

    def sentence(self) -> str:
        """Everything that is wrong, in one line."""
        said = []
        for name, errors in self.errors.items():
            label = self.fields[name].label if name in self.fields else ""
            said += [f"{label}: {error}" if label else str(error) for error in errors]
        return " ".join(said)


def people_for(story: Story, user: User) -> QuerySet[Contributor]:
    """Few, so that one is chosen in a second: oneself, the story's, the coverage's."""
    return Contributor.objects.filter(
        Q(user=user)
        | Q(pk__in=story.bylines.values("contributor"))
        | Q(pk__in=story.live_entries.values("contributor"))
    ).order_by("name")


def typed_of(entry: LiveEntry) -> dict[str, Any]:
    """An entry as the initial values of its form."""
    return {
        "key": entry.key, "seen": entry.number, "headline": entry.headline, "text": entry.text,
        "photo": entry.photo_id, "contributor": entry.contributor_id,
        "is_key_event": entry.is_key_event, "is_pinned": entry.is_pinned,
    }  # fmt: skip
