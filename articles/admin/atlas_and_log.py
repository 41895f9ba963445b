"""Seen, hardly ever changed: regions with their aliases, and the editorial log."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.permissions import DeskAdmin
from articles.admin.site import desk
from articles.models import EditorialLog, Region
from articles.publishing.permissions import Deed


@admin.register(Region, site=desk)
class RegionAdmin(DeskAdmin):
    view_deed = Deed.VIEW_NOTICE
    change_deed = Deed.EDIT_ATLAS
    list_display = ["code", "name", "kind"]
    list_filter = ["kind"]
    search_fields = ["code", "name"]


@admin.register(EditorialLog, site=desk)
class EditorialLogAdmin(DeskAdmin):
    """Append-only: nobody changes what happened."""

    view_deed = change_deed = Deed.EDIT_STAFF
    list_display = ["happened_at", "actor_name", "verb", "noun", "noun_id", "reason"]
    list_filter = ["verb", "service"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
