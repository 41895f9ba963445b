"""What a notice says, language by language: one text each, and one that stands in for the rest."""

from __future__ import annotations

from typing import Any, cast

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_options import known_languages, with_code
from articles.admin.notice_starters import chosen
from articles.admin.permissions import DeskInline
from articles.models import LanguageService, NoticeText
from articles.publishing.notice_names import language_name
from articles.publishing.permissions import Deed
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


class NoticeTextFormSet(forms.BaseInlineFormSet):
    """Exactly one text is the default; no language has two."""

    def clean(self) -> None:
        texts = [
            form
            for form in self.forms
            if form not in self.deleted_forms and (form.has_changed() or form.instance.pk)
        ]
        if any(form.errors for form in texts):
            return
        self._refuse_twins([form.cleaned_data.get("language", "") for form in texts])
        super().clean()
        defaults = [form for form in texts if form.cleaned_data.get("default")]
        if len(texts) == 1:
            texts[0].cleaned_data["default"] = True
        elif texts and len(defaults) != 1:
            raise forms.ValidationError(
                _("Mark exactly one text as the default: readers of other languages get it.")
            )

    @staticmethod
    def _refuse_twins(languages: list[str]) -> None:
        for language in languages:
            if languages.count(language) > 1:
                raise forms.ValidationError(
                    _("There are two texts in %(language)s."),
                    params={"language": language_name(language)},
                )

    def write_default(self) -> None:
        """After the rows are saved: the old default has to give way first."""
        defaults = [
            form.instance.pk
            for form in self.forms
            if form not in self.deleted_forms and form.cleaned_data.get("default")
        ]
        self.instance.texts.exclude(pk__in=defaults).update(is_default=False)
        self.instance.texts.filter(pk__in=defaults).update(is_default=True)


class NoticeTextInline(DeskInline):
    model = NoticeText
    form = NoticeTextForm
    formset = NoticeTextFormSet
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_NOTICE
    template = "admin/articles/legalnotice/texts.html"
    fields = ["language", "translation_status", "default", "title", "body", "link_text",
              "link_url"]  # fmt: skip
    verbose_name = gettext_lazy("text")
    verbose_name_plural = gettext_lazy("Texts, a language each")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        if obj:
            return 0 if obj.texts.exists() else 1
        one = chosen(request)
        return len(one.texts) if one else 1

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        tags = sorted(known_languages(), key=language_name)
        form = cast(type[NoticeTextForm], formset.form)
        form.languages = [(tag, with_code(language_name(tag), tag)) for tag in tags]
        form.directions = dict(LanguageService.objects.values_list("language", "direction"))
        return formset


def copy_texts(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A starter's texts as the inline's first rows; English stands in for the rest."""
    return [text | {"default": text["language"] == "en"} for text in texts]


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
