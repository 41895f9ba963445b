"""The editorial log: seen, never changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.permissions import DeskAdmin
from articles.admin.site import desk
from articles.models import EditorialLog
from articles.publishing.permissions import Deed


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
