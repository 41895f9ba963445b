"""What new stories of a service start with: its chief's to change."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles.admin.permissions import DeskAdmin, staff
from articles.admin.site import EDITOR_POLICY, desk, set_policy
from articles.admin.story_editor import story_editor
from articles.models import LanguageService, StoryTemplate
from articles.publishing.permissions import Deed, services_where
from articles.text.sanitise import clean_body, clean_line
from articles.text.typography import own_letters, own_letters_in


class StoryTemplateForm(forms.ModelForm):
    class Meta:
        model = StoryTemplate
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        service = self.instance.service if self.instance.service_id else None
        if "body" in self.fields:
            self.fields["body"].widget = story_editor(service)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        service: LanguageService | None = cleaned.get("service")
        language = service.language if service else ""
        cleaned["kicker"] = own_letters(clean_line(cleaned.get("kicker") or ""), language)
        cleaned["body"] = own_letters_in(clean_body(cleaned.get("body") or ""), language)
        return cleaned


@admin.register(StoryTemplate, site=desk)
class StoryTemplateAdmin(DeskAdmin):
    """Taken away, the house's own start is offered again."""

    form = StoryTemplateForm
    view_deed = Deed.EDIT_TEMPLATE
    change_deed = Deed.EDIT_TEMPLATE
    list_display = ["kind", "service", "is_offered"]
    list_filter = ["service"]
    fields = ["service", "kind", "is_offered", "story_type", "kicker", "urgency", "body"]

    def noun_of(self, obj: Any) -> Any:
        return obj.service if obj else None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoryTemplate]:
        own = services_where(staff(request), Deed.EDIT_TEMPLATE)
        return StoryTemplate.objects.filter(service__in=own).select_related("service")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "service":
            kwargs["queryset"] = services_where(staff(request), Deed.EDIT_TEMPLATE)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return set_policy(super().changeform_view(request, *args, **kwargs), EDITOR_POLICY)
