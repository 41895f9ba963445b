"""One text of a notice: its words, and its language, which decides their direction."""

from __future__ import annotations

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_options import with_code
from articles.models import NoticeText
from articles.publishing.notice_names import language_name
from articles.text.body import plain_text
from articles.text.direction import first_strong_direction
from articles.text.sanitise import clean_line, clean_notice
from articles.vocabularies import Direction

LTR = Direction.LTR.value


class LanguageSelect(forms.Select):
    """Each language brings its direction along, so that the page can follow."""

    directions: dict[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-dir"] = self.directions.get(str(value), LTR)
        return option


class NoticeTextForm(forms.ModelForm):
    """``languages`` and ``directions`` are set for each request by the inline."""

    languages: list[tuple[str, str]] = []
    directions: dict[str, str] = {}

    default = forms.BooleanField(
        required=False,
        label=gettext_lazy("Default"),
        help_text=gettext_lazy("Readers of languages without a text of their own get this one."),
    )

    class Meta:
        model = NoticeText
        fields = ["language", "title", "body", "link_text", "link_url", "translation_status"]
        labels = {
            "language": gettext_lazy("Language"),
            "title": gettext_lazy("Title"),
            "body": gettext_lazy("Text"),
            "link_text": gettext_lazy("Words of the link"),
            "link_url": gettext_lazy("Address of the link"),
            "translation_status": gettext_lazy("Translation"),
        }
        help_texts = {"body": ""}
        widgets = {"link_url": forms.URLInput(attrs={"placeholder": "https://"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self._language()
        direction = self.directions.get(language) or _direction_of(self.instance)
        self._choose_language(language)
        self.fields["title"].required = self.fields["body"].required = False
        self.fields["body"].widget = _editor(language, direction)
        self.initial["default"] = self.initial.get("default", self.instance.is_default)
        for name in ("title", "link_text"):
            self.fields[name].widget.attrs |= {
                "dir": direction,
                "lang": language,
                "data-follow": "",
            }
        self.fields["link_url"].widget.attrs["dir"] = LTR

    def _language(self) -> str:
        typed = self.data.get(self.add_prefix("language")) if self.is_bound else None
        return str(typed or self.initial.get("language") or self.instance.language or "")

    def _choose_language(self, language: str) -> None:
        """A language that no service uses any more stays with the text that has it."""
        choices = list(self.languages)
        kept = self.instance.language
        if kept and kept not in dict(choices):
            choices.append((kept, with_code(language_name(kept), kept)))
        widget = LanguageSelect()
        widget.directions = self.directions
        self.fields["language"] = forms.ChoiceField(
            label=gettext_lazy("Language"),
            choices=[("", gettext_lazy("Choose a language")), *choices],
            widget=widget,
            error_messages={
                "invalid_choice": gettext_lazy("“%(value)s” is not a language of our services.")
            },
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["body"] = clean_notice(cleaned.get("body") or "")
        for name in ("title", "link_text"):
            cleaned[name] = clean_line(cleaned.get(name) or "")
        if not (cleaned["title"] or plain_text(cleaned["body"]).strip()):
            self.add_error("title", _("Write a title or a text, or remove this language."))
        if cleaned["link_text"] and not cleaned.get("link_url") and "link_url" not in self.errors:
            self.add_error("link_url", _("The link has words but no address."))
        return cleaned


def _direction_of(text: NoticeText) -> str:
    return first_strong_direction(text.title + plain_text(text.body)) or LTR


def _editor(language: str, direction: str) -> CKEditorWidget:
    widget = CKEditorWidget(config_name="notice")
    widget.config |= {
        "contentsCss": [static("articles/desk/ckeditor/contents.css")],
        "contentsLanguage": language,
        "contentsLangDirection": direction,
    }
    return widget
