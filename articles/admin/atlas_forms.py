"""The forms of a region: they ask what the verb asks, and say it beside the field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Region, RegionAlias
from articles.publishing.atlas_fit import Term, alias_problems, member_problems, region_problems
from articles.publishing.refusals import Problem
from articles.text.sanitise import clean_line
from articles.text.spellings import spelling
from articles.vocabularies import RegionKind


class RegionForm(forms.ModelForm):
    class Meta:
        model = Region
        fields = ["code", "name", "kind", "parent", "note"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            known = [choice for choice in RegionKind.choices if choice[0] != RegionKind.UNKNOWN]
            self.fields["kind"].choices = known  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("name", "note"):
            cleaned[name] = clean_line(cleaned.get(name) or "")
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            _add(self, region_problems(self.instance))


class AliasForm(forms.ModelForm):
    class Meta:
        model = RegionAlias
        fields = ["country", "subdivision"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subdivision"].required = False

    def clean_country(self) -> str:
        return str(self.cleaned_data["country"]).strip().upper()

    def clean_subdivision(self) -> str:
        return spelling(self.cleaned_data.get("subdivision") or "")

    def clean(self) -> dict[str, Any]:
        """Before the model's own constraint, which cannot say which region has the spelling."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            said = {name: cleaned[name] for name in ("country", "subdivision")}
            _add(self, alias_problems(RegionAlias(pk=self.instance.pk, **said)))
        return cleaned


class MemberFormSet(forms.BaseInlineFormSet):
    """All members of a group together: a cycle or an overlap is between rows."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        problems = list(member_problems(self.instance, list(self._terms())))
        if problems:
            raise ValidationError([problem.message for problem in problems])

    def _terms(self) -> Iterable[Term]:
        for form in self.forms:
            row = form.cleaned_data
            if row.get("member") and not row.get("DELETE"):
                yield Term(row["member"], row.get("starts_on"), row.get("ends_on"))


def _add(form: forms.ModelForm, problems: Iterable[Problem]) -> None:
    for problem in problems:
        form.add_error(problem.field if problem.field in form.fields else None, problem.message)
