"""What every page shows: services, sections, topics. Each change is told to the caches."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import DeskAdmin, DeskInline
from articles.admin.site import desk
from articles.caching import ledger, tags
from articles.models import LanguageService, Newsroom, Section, Topic, TopicName
from articles.publishing.manifest import record_law
from articles.publishing.permissions import Deed


class StandingAdmin(DeskAdmin):
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.EDIT_STANDING

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        with transaction.atomic():
            ledger.write({tags.STANDING}, now=timezone.now())


class NamedBySlug:
    """For a ModelAdmin: legal notices and addresses name the noun by its slug, so that it stays."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        why = _("Cannot be changed any more: legal notices and addresses name it.")
        if not obj:
            why = _("Choose it well: legal notices and addresses name it, so that it stays.")
        kwargs["help_texts"] = {"slug": why} | kwargs.get("help_texts", {})
        return super().get_form(request, obj, change, **kwargs)  # type: ignore[misc]


@admin.register(Newsroom, site=desk)
class NewsroomAdmin(StandingAdmin):
    search_fields = ["name"]


@admin.register(LanguageService, site=desk)
class LanguageServiceAdmin(NamedBySlug, StandingAdmin):
    list_display = ["name", "autonym", "slug", "direction", "time_zone", "status"]
    search_fields = ["name", "autonym", "slug"]
    autocomplete_fields = ["publisher"]

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Which notices can apply is said for each service, so the manifest must know them."""
        with transaction.atomic(), ledger.at_the_end():
            super().save_related(request, form, formsets, change)
            record_law(f"change service {form.instance.slug}", now=timezone.now())


@admin.register(Section, site=desk)
class SectionAdmin(NamedBySlug, StandingAdmin):
    list_display = ["name", "service", "slug", "position"]
    list_filter = ["service"]
    list_select_related = ["service"]
    search_fields = ["name", "slug"]


class TopicNameInline(DeskInline):
    model = TopicName
    change_deed = Deed.EDIT_STANDING

    def noun_of(self, obj: object) -> None:
        return None


@admin.register(Topic, site=desk)
class TopicAdmin(NamedBySlug, StandingAdmin):
    list_display = ["name", "slug", "media_topic"]
    search_fields = ["name", "slug", "names__name"]
    inlines = [TopicNameInline]
