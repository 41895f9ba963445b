"""Words and rights of several photos on one page: after an upload, and in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.photo_fields import (
    MomentField,
    SourceTypeField,
    alt_problem,
    clean_lines,
)
from articles.admin.photo_shown import ShownForm
from articles.models import LanguageService, Photo, PhotoText
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.refusals import VerbRefused
from articles.text.sanitise import clean_line

LINES = ("title", "credit", "creator", "source", "permission_note", "place")


class WordsForm(ShownForm):
    """One photo's row; ``language`` is that of caption and alt text."""

    caption = forms.CharField(
        label=_("caption"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    alt_text = forms.CharField(
        label=_("alt text"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    digital_source_type = SourceTypeField()
    taken_at = MomentField(label=_("taken (UTC)"))
    rights_end_at = MomentField(label=_("rights end (UTC)"))

    class Meta:
        model = Photo
        fields = [
            "credit", "creator", "rights_basis", "licence", "source", "permission_note",
            "rights_end_at", "is_single_use", "taken_at", "place", "digital_source_type",
            "is_decorative",
        ]  # fmt: skip

    def __init__(self, data: Any = None, *, photo: Photo, language: str) -> None:
        self.language = language
        self.text = _text(photo, language)
        initial = {"caption": self.text.caption, "alt_text": self.text.alt_text}
        super().__init__(data, instance=photo, prefix=f"photo-{photo.pk}", initial=initial)
        self.fields["digital_source_type"].keep(photo.digital_source_type)  # type: ignore[attr-defined]
        for name in ("caption", "alt_text"):
            self.fields[name].widget.attrs |= {"dir": "auto", "data-counted": name}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return cleaned | clean_lines(cleaned, (*LINES, "caption", "alt_text"))

    @property
    def flag(self) -> str:
        """Worth a second look, though nothing stands against saving it."""
        read = {name: self[name].value() or "" for name in ("caption", "alt_text")}
        return alt_problem(read["alt_text"], read["caption"], self.instance.title)

    def keep(self, actor: User) -> None:
        """Write what was changed, and nothing else; raises VerbRefused."""
        words = {"caption", "alt_text"} & set(self.changed_data)
        values = {name: self.cleaned_data[name] for name in set(self.changed_data) - words}
        now = timezone.now()
        with transaction.atomic():
            if values:
                change_photo(self.instance, values, actor=actor, now=now)
            if words:
                _keep_text(self.text, {name: self.cleaned_data[name] for name in words})
                photo_changed(self.instance, actor=actor, now=now, what=["texts"])


def _text(photo: Photo, language: str) -> PhotoText:
    texts = {text.language: text for text in photo.texts.all()}
    return texts.get(language) or PhotoText(photo=photo, language=language)


def _keep_text(text: PhotoText, words: dict[str, str]) -> None:
    for name, value in words.items():
        setattr(text, name, clean_line(value))
    text.save()


def words_forms(photos: Sequence[Photo], language: str, data: Any = None) -> list[WordsForm]:
    return [WordsForm(data, photo=photo, language=language) for photo in photos]


def keep_all(forms: Sequence[WordsForm], actor: User) -> bool:
    """Nothing is written before every row is right; what a verb refuses is told at its row."""
    asked = [form.is_valid() for form in forms]  # every row, for its errors
    if not all(asked):
        return False
    kept = [_kept(form, actor) for form in forms]
    return all(kept)


def _kept(form: WordsForm, actor: User) -> bool:
    """Each in a transaction of its own: stories on air are not locked for longer than one photo."""
    try:
        form.keep(actor)
    except VerbRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def languages_for(services: Sequence[LanguageService]) -> list[tuple[str, str]]:
    """Each language once, named as its service names itself."""
    return list({service.language: service.autonym or service.name for service in services}.items())
