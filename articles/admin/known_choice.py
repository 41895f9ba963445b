"""A choice among rows that a formset has fetched already: one query for all of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Model


class KnownChoice(forms.ModelChoiceField):
    """``known`` by primary key as text; what is not in it is asked of the database, or refused."""

    known: Mapping[str, Model] = {}

    def to_python(self, value: Any) -> Model | None:
        return self.known.get(str(value)) or super().to_python(value)
