"""Searchable lists that answer a tampered value with a sentence instead of a crash.

Django's own widget asks the database for whatever was posted, and fails on what is no number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


def _numbers(values: Iterable[Any]) -> list[Any]:
    return [
        one for one in values if str(one).isascii() and str(one).isdigit() and len(str(one)) < 18
    ]


class DeskSelect(AutocompleteSelect):
    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _numbers(value), attr)


class DeskSelectMultiple(AutocompleteSelectMultiple):
    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _numbers(value), attr)


class DeskAutocomplete:
    """For a ModelAdmin or an inline: its ``autocomplete_fields`` with the widgets above."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = DeskSelect(db_field, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            site = self.admin_site  # type: ignore[attr-defined]
            kwargs["widget"] = DeskSelectMultiple(db_field, site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]
