"""Stories at the desk: the form, the verbs, the history; the list is in story_list."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.admin import story_verbs
from articles.admin.permissions import staff
from articles.admin.site import EDITOR_POLICY, desk, set_policy
from articles.admin.story_buttons import bar_context, next_verb
from articles.admin.story_bylines import BylineInline
from articles.admin.story_editor import SCRIPTS
from articles.admin.story_form import StoryForm
from articles.admin.story_list import StoryListAdmin
from articles.admin.story_new import initial_of
from articles.admin.story_orders import story_context
from articles.admin.story_photos import StoryPhotoInline
from articles.admin.story_saving import KEEPER, StorySaving
from articles.admin.story_standing import workflow_context
from articles.imaging.refused import RefusedImage
from articles.models import LanguageService, Story
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, services_where
from articles.publishing.preflight import CARD_HEADLINE
from articles.publishing.refusals import VerbRefused
from articles.publishing.save import save
from articles.vocabularies import WorkflowStatus


@admin.register(Story, site=desk)
class StoryAdmin(StorySaving, StoryListAdmin):
    form = StoryForm
    view_deed = Deed.VIEW_STORY
    change_deed = Deed.WRITE_STORY
    inlines = [StoryPhotoInline, BylineInline]
    autocomplete_fields = ["section", "topics", "publisher"]
    change_form_template = "admin/articles/story/change_form.html"
    save_on_top = False

    class Media:
        css = {"all": ["articles/desk/keeper.css", "articles/desk/checks.css"]}
        js = [
            "articles/desk/desk.js", "articles/desk/comments.js", "articles/desk/checks.js",
            *SCRIPTS, KEEPER,
        ]  # fmt: skip

    fieldsets = [
        (None, {"fields": ["headline", "standfirst", "body"]}),
        (
            _("Placing"),
            {
                "classes": ["aside"],
                "fields": ["service", "section", "kicker", "topics", "urgency", "story_type",
                           "breaking_until", "developing_until", "video_url", "dateline",
                           "countries"],
            },
        ),
        (
            _("At the desk only"),
            {"classes": ["aside"], "fields": ["ed_note", "slugline", "embargo_until"]},
        ),
        (
            _("Seldom needed"),
            {
                "classes": ["aside", "collapse"],
                "fields": ["slug", "byline_override", "publisher", "translation_key"],
            },
        ),
    ]  # fmt: skip

    def noun_of(self, obj: Any) -> Any:
        return obj

    def get_object(self, request: Any, object_id: str, from_field: Any = None) -> Any:
        """A form is stored whole: nobody publishes, kills or approves while it is."""
        found = super().get_object(request, object_id, from_field)
        is_stored = request.method == "POST" and transaction.get_connection().in_atomic_block
        return lock_story(found) if found and is_stored else found

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        killed = obj is not None and obj.workflow_status == WorkflowStatus.KILLED
        return not killed and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """A story stays in its service; its address stays once readers have it."""
        fixed = ["service", "body_as_read"] if obj else ["body_as_read"]
        return [*fixed, "slug"] if obj and obj.published_at else fixed

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "service":
            kwargs["queryset"] = self._own_services(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """From the start that was chosen; a service of others is not offered."""
        asked = super().get_changeform_initial_data(request)
        return asked | initial_of(request, self._own_services(request))

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """A new story starts with its writer's byline."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        person = getattr(staff(request), "contributor", None)
        if isinstance(inline, BylineInline) and not obj.pk and person and request.method == "GET":
            kwargs["initial"] = [{"contributor": person.pk}]
        return kwargs

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may only look reads the text, not its tags."""
        if obj is None or self.has_change_permission(request, obj):
            return self.fieldsets
        (name, main), *others = self.fieldsets
        return [(name, main | {"fields": ["headline", "standfirst", "body_as_read"]}), *others]

    @admin.display(description=_("body"))
    def body_as_read(self, story: Story) -> str:
        return mark_safe(f'<div class="desk-read" dir="auto">{story.body}</div>')  # noqa: S308  cleaned on the way in

    # -- Saving is a verb --------------------------------------------------------------------------

    def save_model(self, request: Any, obj: Story, form: ModelForm, change: bool) -> None:
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_formset(self, request: Any, form: Any, formset: BaseFormSet, change: bool) -> None:
        for row in formset.forms:
            if hasattr(row, "take_in") and row.has_changed() and row not in formset.deleted_forms:
                self._take_in(request, row, form.instance)
        super().save_formset(request, form, formset, change)

    def _take_in(self, request: HttpRequest, row: Any, story: Story) -> None:
        """A refusal costs this photo's row alone, not what was written."""
        try:
            row.take_in(story, staff(request))
        except (RefusedImage, VerbRefused) as refusal:
            row.is_refused = not row.instance.photo_id
            messages.error(request, str(refusal))

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        save(form.instance, actor=staff(request), now=timezone.now())

    def response_change(self, request: HttpRequest, obj: Story) -> HttpResponse:
        return self._to_verb(request, obj) or super().response_change(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Story, post_url_continue: str | None = None
    ) -> HttpResponse:
        to_form = reverse("admin:articles_story_change", args=[obj.pk])
        return self._to_verb(request, obj) or super().response_add(
            request, obj, post_url_continue or to_form
        )

    def _to_verb(self, request: HttpRequest, obj: Story) -> HttpResponse | None:
        """Saved first, so that no refusal costs a word."""
        verb = next_verb(request.POST)
        if not verb:
            return None
        return HttpResponseRedirect(reverse(f"admin:articles_story_{verb}", args=[obj.pk]))

    # -- Pages -------------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        verbs = [
            path(
                f"<int:story_id>/{name}/",
                self.admin_site.admin_view(view),
                name=f"articles_story_{name}",
            )
            for name, view in story_verbs.VIEWS.items()
        ]
        return verbs + super().get_urls()

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().changeform_view(request, *args, **kwargs)
        return set_policy(response, EDITOR_POLICY)

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        story = context.get("original")
        context |= bar_context(staff(request), story)
        context |= story_context(request, story) | workflow_context(story)
        context |= {
            "headline_limit": CARD_HEADLINE,
            "desk_service": context["adminform"].form.service,
        }
        context["show_save_as_new"] = context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    @staticmethod
    def _own_services(request: HttpRequest) -> QuerySet[LanguageService]:
        return services_where(staff(request), Deed.WRITE_STORY)
