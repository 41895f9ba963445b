"""Yes and no on the desk's pages.

Django's icons for them are called "True" and "False", whatever the language of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.admin import display
from django.db.models import BooleanField, Model
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Cell = str | Callable[[Any], Any]


class SaysYesOrNo:
    """For a ModelAdmin: in its lists, and in its forms where something is only read."""

    model: type[Model]

    def get_list_display(self, request: HttpRequest) -> list[Cell]:
        columns = super().get_list_display(request)  # type: ignore[misc]
        return [_cell(self.model, one) for one in columns]

    def render_change_form(
        self, request: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"]
        read = {one: _cell(self.model, one) for one in form.readonly_fields}
        form.readonly_fields = list(read.values())
        form.fieldsets = [
            (title, {**said, "fields": _instead(said["fields"], read)})
            for title, said in form.fieldsets
        ]
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc, no-any-return]


def _instead(fields: Any, read: dict[Any, Cell]) -> list[Any]:
    """Of ``fields``, some of which stand together in one line."""
    return [
        _instead(one, read) if isinstance(one, list | tuple) else read.get(one, one)
        for one in fields
    ]


@cache  # one cell for each column: Django compares them
def _cell(model: type[Model], column: Cell) -> Cell:
    field = next((one for one in model._meta.fields if one.name == column), None)
    if not isinstance(field, BooleanField):
        return column

    @display(description=field.verbose_name, ordering=field.name)
    def cell(row: Model) -> SafeString:
        return _icon(getattr(row, field.attname))

    cell.__name__ = field.name  # styles and help texts go by it
    return cell


def _icon(value: bool) -> SafeString:
    name, said = ("yes", _("Yes")) if value else ("no", _("No"))
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{name}.svg"), said)
