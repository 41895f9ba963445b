"""What every page shows: services, sections, topics. Each change is told to the caches."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.utils import timezone

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


@admin.register(Newsroom, site=desk)
class NewsroomAdmin(StandingAdmin):
    search_fields = ["name"]


@admin.register(LanguageService, site=desk)
class LanguageServiceAdmin(StandingAdmin):
    list_display = ["name", "autonym", "slug", "direction", "time_zone", "status"]
    search_fields = ["name", "autonym", "slug"]
    autocomplete_fields = ["publisher"]

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Which notices can apply is said for each service, so the manifest must know them."""
        super().save_related(request, form, formsets, change)
        with transaction.atomic():
            record_law(f"change service {form.instance.slug}", now=timezone.now())


@admin.register(Section, site=desk)
class SectionAdmin(StandingAdmin):
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
class TopicAdmin(StandingAdmin):
    list_display = ["name", "slug", "media_topic"]
    search_fields = ["name", "slug", "names__name"]
    inlines = [TopicNameInline]
