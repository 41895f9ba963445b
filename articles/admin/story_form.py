"""The story form: everything typed is cleaned before anybody else sees it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.admin.story_editor import headline_area, story_editor, typed_in
from articles.models import LanguageService, Story
from articles.publishing.preflight import CARD_HEADLINE
from articles.text.sanitise import clean_body, clean_line, clean_text
from articles.text.typography import own_letters, own_letters_in

# A form that is shown again before it is saved: see ``story_saving``.
HELD = "_held"
TIMES = ("breaking_until", "developing_until", "embargo_until")
WORDS = ("kicker", "headline", "standfirst", "dateline", "byline_override")
LINES = ("kicker", "headline", "standfirst", "slugline", "dateline", "byline_override")


class CountriesField(forms.CharField):
    """ISO codes with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        codes = [code.strip().upper() for code in super().clean(value).split(",")]
        codes = [code for code in codes if code]
        for code in codes:
            if not (len(code) == 2 and code.isascii() and code.isalpha()):
                raise forms.ValidationError(
                    _("“%(code)s” is not a two-letter country code."), params={"code": code}
                )
        return codes


class StoryForm(forms.ModelForm):
    countries = CountriesField(
        label=_("Countries"), required=False, help_text=_("Two-letter codes: KZ, KG")
    )

    class Meta:
        model = Story
        fields = "__all__"
        widgets = {
            "headline": headline_area(CARD_HEADLINE),
            "standfirst": forms.Textarea(attrs={"rows": 3, "class": "standfirst"}),
            "ed_note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""  # a colon stands on the wrong side where directions mix
        self.service = service = self._service()
        if "body" in self.fields:
            self.fields["body"].widget = story_editor(service)
        for name in WORDS:
            if name in self.fields:
                typed_in(self.fields[name].widget, service)
        for name in TIMES:
            if name in self.fields:
                _name_parts(self.fields[name])

    def _service(self) -> LanguageService | None:
        """The story's service: direction and language of what is typed follow it."""
        if self.instance.service_id:
            return LanguageService.objects.get(pk=self.instance.service_id)
        chosen = str(self.data.get("service") or self.initial.get("service"))
        if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 18):
            return None
        return LanguageService.objects.filter(pk=int(chosen)).first()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        service = cleaned.get("service") or self.service
        language = service.language if service else ""
        for name in LINES:
            if name in cleaned:
                cleaned[name] = own_letters(clean_line(cleaned[name] or ""), language)
        if "body" in cleaned:
            cleaned["body"] = own_letters_in(clean_body(cleaned["body"] or ""), language)
        if "ed_note" in cleaned:
            cleaned["ed_note"] = clean_text(cleaned["ed_note"] or "")
        self._keep_key(cleaned)
        self._section_belongs_to(service, cleaned.get("section"))
        if HELD in self.data:
            self.add_error(None, _("Held: nothing is saved before you have looked at it."))
        return cleaned

    def _keep_key(self, cleaned: dict[str, Any]) -> None:
        """No version has the key, so none can be joined: whoever did not change it keeps theirs.

        Its default is made by a function, so Django's form tells us what it was opened with.
        """
        if self.instance.pk and "translation_key" not in self.changed_data:
            cleaned["translation_key"] = self.instance.translation_key

    def _section_belongs_to(self, service: LanguageService | None, section: Any) -> None:
        if section and service and section.service_id != service.pk:
            self.add_error(
                "section",
                _("“%(section)s” is a section of another service.") % {"section": section.name},
            )


def _name_parts(field: Any) -> None:
    """Date and time are two inputs under one label: each says which it is."""
    for part, what in zip(field.widget.widgets, (_("date"), _("time, UTC")), strict=True):
        part.attrs["aria-label"] = f"{field.label}: {what}"
