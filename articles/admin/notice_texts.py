"""What a notice says, language by language: one text each, and one that stands in for the rest."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_options import known_languages, with_code
from articles.admin.notice_starters import chosen, texts_of
from articles.admin.notice_text_form import NoticeTextForm
from articles.admin.permissions import DeskInline
from articles.models import LanguageService, NoticeText
from articles.publishing.notice_names import language_name
from articles.publishing.permissions import Deed


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

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The form's own is a box to tick; who only looks reads what is stored."""
        looks_only = not self.has_change_permission(request, obj)
        return ["is_default" if looks_only and name == "default" else name for name in self.fields]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        if obj:
            return 0 if obj.texts.exists() else 1
        one = chosen(request)
        return len(texts_of(one)) if one else 1

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        tags = sorted(known_languages(), key=language_name)
        form = cast(type[NoticeTextForm], formset.form)
        form.languages = [(tag, with_code(language_name(tag), tag)) for tag in tags]
        form.directions = dict(LanguageService.objects.values_list("language", "direction"))
        return formset
