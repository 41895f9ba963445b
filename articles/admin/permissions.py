"""Django's permission questions, answered by ``publishing.permissions`` alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.http import HttpRequest

from articles.admin.autocomplete import DeskAutocomplete
from articles.admin.yes_or_no import SaysYesOrNo
from articles.publishing.permissions import Deed, may


def staff(request: HttpRequest) -> User:
    """Who is logged in: behind ``admin_view`` there is always somebody."""
    return cast(User, request.user)


class DeskPermissions:
    """For a ModelAdmin or an inline: one deed to see, one to change; nothing is ever deleted."""

    view_deed: Deed = Deed.VIEW_STORY
    change_deed: Deed = Deed.EDIT_STANDING

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self._may(request, self.view_deed) or self._may(request, self.change_deed)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.view_deed, obj) or self._may(request, self.change_deed, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.change_deed, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.change_deed, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def _may(self, request: HttpRequest, deed: Deed, obj: Any = None) -> bool:
        return may(staff(request), deed, self.noun_of(obj))

    def noun_of(self, obj: Any) -> Any:
        """The noun whose newsroom decides; None for what belongs to the whole house."""
        return None


WEB_ADDRESSES: Mapping[Any, Any] = {models.URLField: {"assume_scheme": "https"}}


class DeskAdmin(SaysYesOrNo, DeskPermissions, DeskAutocomplete, admin.ModelAdmin):
    formfield_overrides = WEB_ADDRESSES
    list_per_page = 50
    show_full_result_count = False
    empty_value_display = ""
    actions = None


class DeskInline(DeskPermissions, DeskAutocomplete, admin.TabularInline):
    """Rows of their parent: whoever may change the parent may add and take away rows."""

    extra = 0
    formfield_overrides = WEB_ADDRESSES

    def noun_of(self, obj: Any) -> Any:
        return obj

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)
