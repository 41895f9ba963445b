"""What a page showed goes with its form, so that a page left open writes only what was typed in it.

Each field brings its value as it was shown in a hidden field beside it (Django's hidden initial).
A field that was not touched takes what the database holds now, whoever wrote it meanwhile.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField


class ShownForm(forms.ModelForm):
    """``shown``: names of the fields that bring what was shown; None: all but files."""

    shown: tuple[str, ...] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if self.shown is None or name in self.shown:
                field.show_hidden_initial = True

    def is_told(self, name: str) -> bool:
        """Whether what was sent says what was shown of this field."""
        return self.add_initial_prefix(name) in self.data

    @property
    def changed_data(self) -> list[str]:
        """Compared with what was shown; with the database where that was not sent along."""
        return [name for name, field in self._bound_items() if self._differs(name, field)]  # type: ignore[attr-defined]

    def _differs(self, name: str, field: BoundField) -> bool:
        if field.field.show_hidden_initial and not self.is_told(name):
            return not field.field.disabled and field.field.has_changed(field.initial, field.data)
        return field._has_changed()  # type: ignore[attr-defined,no-any-return]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        return cleaned | self._untouched(cleaned)

    def _untouched(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """Only of what is in the database: a new row takes what its fields say."""
        if not self.instance.pk:
            return {}
        own = {field.name for field in self._meta.model._meta.concrete_fields}
        names = {name for name in cleaned if name in own and self.is_told(name)}
        return {name: getattr(self.instance, name) for name in names - set(self.changed_data)}
