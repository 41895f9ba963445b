"""Whom a notice concerns: for each dimension a picker to include and one to exclude."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_options import SEARCHED, Option, options
from articles.admin.notice_target_rows import field_name, stored_targets
from articles.models import LanguageService, LegalNotice
from articles.publishing.permissions import may_write_for
from articles.vocabularies import TargetDimension

LABELS = {
    TargetDimension.REGION: gettext_lazy("Regions"),
    TargetDimension.SERVICE: gettext_lazy("Services"),
    TargetDimension.LANGUAGE: gettext_lazy("Languages"),
    TargetDimension.TOPIC: gettext_lazy("Topics"),
    TargetDimension.SECTION: gettext_lazy("Sections"),
    TargetDimension.STORY: gettext_lazy("Stories"),
}
EXCEPT = {
    TargetDimension.REGION: gettext_lazy("except the regions"),
    TargetDimension.SERVICE: gettext_lazy("except the services"),
    TargetDimension.LANGUAGE: gettext_lazy("except the languages"),
    TargetDimension.TOPIC: gettext_lazy("except the topics"),
    TargetDimension.SECTION: gettext_lazy("except the sections"),
    TargetDimension.STORY: gettext_lazy("except the stories"),
}
UNKNOWN = {
    TargetDimension.REGION: gettext_lazy("There is no region “%(value)s”."),
    TargetDimension.SERVICE: gettext_lazy("There is no service “%(value)s”."),
    TargetDimension.LANGUAGE: gettext_lazy("No service uses the language “%(value)s”."),
    TargetDimension.TOPIC: gettext_lazy("There is no topic “%(value)s”."),
    TargetDimension.SECTION: gettext_lazy("There is no section “%(value)s”."),
    TargetDimension.STORY: gettext_lazy("There is no story “%(value)s” that you may see."),
}


class TargetPicker(forms.SelectMultiple):
    """Django's own select2; without scripts a plain list of what is chosen."""

    def __init__(self, dimension: str) -> None:
        attrs = {"class": "notice-picker", "data-theme": "admin-autocomplete"}
        super().__init__(attrs)
        self.dimension = dimension

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        if self.dimension in SEARCHED:
            attrs["data-url"] = reverse(
                "admin:articles_legalnotice_targets", query={"dimension": self.dimension}
            )
        return attrs

    @property
    def media(self) -> forms.Media:
        extra = "" if settings.DEBUG else ".min"
        vendor = "admin/js/vendor/"
        return forms.Media(
            js=[
                f"{vendor}jquery/jquery{extra}.js",
                f"{vendor}select2/select2.full{extra}.js",
                "admin/js/jquery.init.js",
                "articles/desk/notice.js",
            ],
            css={"screen": [f"admin/css/vendor/select2/select2{extra}.css",
                            "admin/css/autocomplete.css"]},
        )  # fmt: skip


class TargetField(forms.Field):
    """Values as targets store them; ``prepare`` tells it who chooses and what is stored."""

    widget: TargetPicker
    user: User

    def __init__(self, dimension: TargetDimension, *, is_exclude: bool = False) -> None:
        super().__init__(
            required=False,
            widget=TargetPicker(dimension),
            label=EXCEPT[dimension] if is_exclude else LABELS[dimension],
        )
        self.dimension = dimension
        self.stored: frozenset[str] = frozenset()

    def prepare(self, user: User, stored: Iterable[str], found: Iterable[Option]) -> None:
        """``stored`` may stay, whatever became of it; ``found`` is what the page can name."""
        self.user, self.stored = user, frozenset(stored)
        self.widget.choices = list(found)
        kept = sorted(self.stored - dict(self.widget.choices).keys())
        self.widget.choices += [(value, _not_known(value)) for value in kept]

    def to_python(self, value: Any) -> list[str]:
        return sorted({str(one) for one in value or [] if str(one)})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)

    def validate(self, value: list[str]) -> None:
        fresh = set(value) - self.stored
        known = dict(options(self.dimension, self.user, fresh)) if fresh else {}
        if unknown := sorted(fresh - known.keys()):
            text = UNKNOWN[self.dimension] % {"value": unknown[0][:80]}
            raise forms.ValidationError(text)


def _not_known(value: str) -> str:
    """Stored once, and gone since or not ours to name."""
    return _("%(value)s (not to be found, or of another newsroom)") % {"value": value}


class TargetFields(forms.Form):
    """``user`` is set by the admin for each request."""

    user: User
    instance: LegalNotice

    region = TargetField(TargetDimension.REGION)
    region_exclude = TargetField(TargetDimension.REGION, is_exclude=True)
    service = TargetField(TargetDimension.SERVICE)
    service_exclude = TargetField(TargetDimension.SERVICE, is_exclude=True)
    language = TargetField(TargetDimension.LANGUAGE)
    language_exclude = TargetField(TargetDimension.LANGUAGE, is_exclude=True)
    topic = TargetField(TargetDimension.TOPIC)
    topic_exclude = TargetField(TargetDimension.TOPIC, is_exclude=True)
    section = TargetField(TargetDimension.SECTION)
    section_exclude = TargetField(TargetDimension.SECTION, is_exclude=True)
    story = TargetField(TargetDimension.STORY)
    story_exclude = TargetField(TargetDimension.STORY, is_exclude=True)

    def prepare_targets(self) -> None:
        stored = stored_targets(self.instance)
        if self.instance.pk:
            self.initial.update(stored)
        for dimension in TargetDimension:
            pair = [field_name(dimension, is_exclude=is_exclude) for is_exclude in (False, True)]
            shown = [value for name in pair for value in (*stored[name], *self._shown(name))]
            is_searched = dimension in SEARCHED
            found = options(dimension, self.user, shown if is_searched else None)
            for name in pair:
                field = cast(TargetField, self.fields[name])
                field.prepare(self.user, stored[name], found)

    def _shown(self, name: str) -> list[str]:
        """What the page will show as chosen beside what is stored: typed, or of a starter."""
        key = self.add_prefix(name)
        if not self.is_bound:
            return self.initial.get(name) or []
        typed: list[str] = self.data.getlist(key) if hasattr(self.data, "getlist") else []
        return typed

    def clean_targets(self, cleaned: dict[str, Any]) -> None:
        for dimension in TargetDimension:
            name = field_name(dimension, is_exclude=True)
            both = {*(cleaned.get(dimension.value) or ())} & {*(cleaned.get(name) or ())}
            if both:
                value = min(both)
                label = dict(options(dimension, self.user, both)).get(value, value)
                text = _("“%(name)s” is both included and excluded.")
                self.add_error(name, text % {"name": label})
        if TargetDimension.SERVICE.value in cleaned:
            self._stays_in_the_newsroom(cleaned[TargetDimension.SERVICE.value])

    def _stays_in_the_newsroom(self, slugs: list[str]) -> None:
        services = list(LanguageService.objects.filter(slug__in=slugs))
        if may_write_for(self.user, {service.newsroom_id for service in services}):
            return
        text = _(
            "Choose the services of your newsroom: a notice that names none holds in the whole "
            "house, which is not yours to decide."
        )
        if services:
            others = [one for one in services if not may_write_for(self.user, {one.newsroom_id})]
            names = ", ".join(one.name for one in others or services)
            text = _("You may write notices for one newsroom of yours alone, not for %(names)s.")
            text %= {"names": names}
        self.add_error(TargetDimension.SERVICE.value, text)
