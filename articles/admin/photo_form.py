"""The photo page's form: rights, what was drawn, words per language, leases."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskInline, staff
from articles.admin.photo_boxes import AreasField, CropsField
from articles.admin.photo_fields import (
    MomentField,
    SourceTypeField,
    alt_problem,
    clean_lines,
)
from articles.admin.photo_protection import PROTECTION, ProtectionForm
from articles.admin.photo_shown import ShownForm
from articles.admin.photo_words import languages_for
from articles.models import LanguageService, Photo, PhotoLease, PhotoText
from articles.publishing.permissions import Deed, services_where
from articles.text.sanitise import clean_line

LINES = (
    "title", "creator", "credit", "source", "copyright_notice", "usage_terms",
    "permission_note", "place",
)  # fmt: skip
FIELDS = (
    *LINES, "rights_basis", "licence", "rights_end_at", "is_single_use", "digital_source_type",
    "taken_at", "focal_x", "focal_y", "is_decorative", "people_at_risk",
)  # fmt: skip

FOCAL = {
    "focal_x": _("focal point, from the left (0–1)"),
    "focal_y": _("focal point, from the top (0–1)"),
}


class PhotoForm(ProtectionForm):
    """People at risk and blurred areas are read from here, and written by the verb ``protect``.

    ``refusal``: what a verb said when this was to be written a moment ago.
    """

    refusal = ""

    taken_at = MomentField(label=_("taken (UTC)"))
    rights_end_at = MomentField(label=_("rights end (UTC)"))
    digital_source_type = SourceTypeField()
    crops = CropsField(required=False)
    blurred_areas = AreasField(required=False)

    class Meta:
        model = Photo
        fields = ["title"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "digital_source_type" in self.fields:
            self.fields["digital_source_type"].keep(self.instance.digital_source_type)  # type: ignore[attr-defined]
        for name, label in FOCAL.items():
            if name in self.fields:  # not where the photo is only looked at
                self.fields[name].label = label
        for name in ("crops", "blurred_areas"):
            self.initial[name] = getattr(self.instance, name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned | clean_lines(cleaned, LINES)

    @property
    def changed_fields(self) -> list[str]:
        return [name for name in self.changed_data if name not in PROTECTION]


class PhotoTextForm(ShownForm):
    class Meta:
        model = PhotoText
        fields = ["language", "caption", "alt_text"]
        widgets = {
            name: forms.Textarea({"rows": 2, "dir": "auto", "data-counted": name})
            for name in ("caption", "alt_text")
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        texts = {name: clean_line(cleaned.get(name) or "") for name in ("alt_text", "caption")}
        return cleaned | texts

    @property
    def flag(self) -> str:
        read = {name: self[name].value() or "" for name in ("caption", "alt_text")}
        title = self.instance.photo.title if self.instance.photo_id else ""
        return alt_problem(read["alt_text"], read["caption"], title)


class PhotoTextInline(DeskInline):
    """A row for each language that has words, and for those of the user's that lack them."""

    model = PhotoText
    form = PhotoTextForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_PHOTO
    verbose_name_plural = _("caption and alt text per language")
    template = "admin/articles/photo/texts.html"

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return len(self.lacking(request, obj))

    def lacking(self, request: HttpRequest, photo: Photo | None) -> list[str]:
        """The user's own languages first; a house-wide user gets two at a time."""
        have = {text.language for text in photo.texts.all()} if photo else set()
        own = languages_for(list(services_where(staff(request), Deed.ADD_PHOTO)))
        return [code for code, _name in own if code not in have][:2]

    def get_formset(self, request: Any, obj: Any = None, **kwargs: Any) -> Any:
        """The services' languages, and whichever a text is in already (an import's, say)."""
        formset = super().get_formset(request, obj, **kwargs)
        known = languages_for(list(LanguageService.objects.all()))
        there = {text.language for text in obj.texts.all()} - {code for code, _name in known}
        choices = [("", "–"), *known, *((code, code) for code in sorted(there))]
        formset.form.base_fields["language"] = forms.ChoiceField(
            label=_("language"), choices=choices
        )
        return formset


class PhotoLeaseForm(ShownForm):
    starts_at = MomentField(label=_("from (UTC)"))
    ends_at = MomentField(label=_("until (UTC)"))

    class Meta:
        model = PhotoLease
        fields = ["kind", "service", "starts_at", "ends_at", "note"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("A lease ends after its start."))
        return cleaned | clean_lines(cleaned, ("note",))


class PhotoLeaseInline(DeskInline):
    model = PhotoLease
    form = PhotoLeaseForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_PHOTO
    extra = 1
    verbose_name_plural = _("leases: from when to when, and for whom")
    template = "admin/articles/photo/leases.html"

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """A plain list of services, without the links that Django puts beside it."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field
