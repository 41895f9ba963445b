"""The editorial log: seen, never changed."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.permissions import DeskAdmin, staff
from articles.admin.site import desk
from articles.models import EditorialLog, LegalNotice
from articles.publishing.permissions import (
    Deed,
    holds_in_the_house,
    services_where,
    visible_notices,
)
from articles.templatetags.desk_names import spoken_name


@admin.register(EditorialLog, site=desk)
class EditorialLogAdmin(DeskAdmin):
    """Append-only: nobody changes what happened."""

    view_deed = change_deed = Deed.EDIT_STAFF
    list_display = ["happened_at", "who", "verb", "what", "noun_id", "reason"]
    list_filter = ["verb", "service"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[EditorialLog]:
        """A newsroom's administrator reads of the own newsroom, not why others withhold."""
        user, log = staff(request), super().get_queryset(request)
        if holds_in_the_house(user, Deed.EDIT_STAFF):
            return log
        notices = visible_notices(user).values("pk")
        return log.filter(
            Q(service__in=services_where(user, Deed.EDIT_STAFF))
            | Q(noun=LegalNotice._meta.model_name, noun_id__in=notices)
        )

    @admin.display(
        description=EditorialLog._meta.get_field("actor_name").verbose_name, ordering="actor_name"
    )
    def who(self, entry: EditorialLog) -> str:
        return spoken_name(entry.actor_name)

    @admin.display(description=_("to what"), ordering="noun")
    def what(self, entry: EditorialLog) -> str:
        """Stored is the model's own name; read is how the desk calls it."""
        names = (model._meta for model in apps.get_models() if model.__name__.lower() == entry.noun)
        return str(next((name.verbose_name for name in names), entry.noun))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
