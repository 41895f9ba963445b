"""Saving the story form so that nothing typed is lost: two people, two tabs, two clicks."""

from __future__ import annotations

import copy
import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import IntegrityError
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.forms import Script
from django.forms.utils import ErrorDict, ErrorList
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from articles.admin.permissions import DeskAdmin, staff
from articles.admin.story_access import number_in
from articles.admin.story_clashes import clash_context
from articles.admin.story_form import HELD
from articles.admin.story_kept import kept_context
from articles.admin.story_labels import label_of
from articles.admin.story_merge import Joined, join
from articles.admin.story_save_state import seal_of_new, state_context
from articles.models import Story, StoryDraft, StoryVersion
from articles.publishing.keep_draft import move_draft, note_saved
from articles.publishing.presence import who_is_in
from articles.publishing.redacted_since import is_redacted_since
from articles.templatetags.desk_names import spoken_name
from articles.text.characters import drop_forbidden

CONFLICT = 409
TAKE_OVER = "_take_over"
LIST = "articles_story_changelist"
KEEPER = Script("articles/desk/keeper.js", type="module")


class StorySaving(DeskAdmin):
    """The saving half of the story's admin."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """With who is in them (``here``); for a form, with its newest version's number."""
        stories: QuerySet[Story] = super().get_queryset(request)
        stories = stories.prefetch_related(who_is_in(timezone.now()))
        if request.resolver_match and request.resolver_match.url_name == LIST:
            return stories
        newest = StoryVersion.objects.filter(story=OuterRef("pk")).order_by("-number")
        return stories.annotate(newest=Subquery(newest.values("number")[:1]))

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            # Two clicks at the same moment: now the first one's story is there to be found.
            if request.method != "POST" or _saved_by_this_page(request) is None:
                raise
            return super().changeform_view(request, *args, **kwargs)

    def _changeform_view(
        self, request: Any, object_id: str | None, form_url: str, extra_context: Any
    ) -> HttpResponse:
        """Inside the transaction that saves."""
        if request.method == "POST":
            if object_id is None and (object_id := _saved_by_this_page(request)):
                request.POST = request.POST.copy()
                request.POST["_base"] = "1"
            if TAKE_OVER in request.POST:
                if (draft := _asked_for(request, object_id)) is None:
                    return _is_gone(request)
                _put_back(request, draft)
            elif object_id:
                self._join_others(request, object_id)
        answer: HttpResponse = super()._changeform_view(  # type: ignore[misc]  # Django's own
            request, object_id, form_url, extra_context
        )
        return answer

    def _join_others(self, request: Any, object_id: str) -> None:
        rows = Story.objects.select_for_update(no_key=True)  # as every verb locks it
        story = rows.filter(pk=number_in(unquote(object_id))).first()
        stamp = request.POST.get("_stamp")
        if story is None or stamp is None:
            return
        redacted = is_redacted_since(story, stamp)
        if stamp == story.changed_at.isoformat() and not redacted:
            return
        if not self.has_change_permission(request, story):
            return
        cleaned = self._as_cleaned(request, story)
        if cleaned is None:  # the form itself says what is wrong, and comes back as it was
            return
        post, files = request.POST.copy(), MultiValueDict(request.FILES)
        joined = join(post, files, cleaned, story, is_redacted=redacted)
        if joined.clashes:
            post[HELD] = "clash"
            request.joined = joined
        else:
            newest = story.versions.aggregate(newest=Max("number"))["newest"] or 0
            post["_base"], post["_stamp"] = str(newest), story.changed_at.isoformat()
            _tell(request, joined)
        request.POST, request._files = post, files

    def _as_cleaned(self, request: Any, story: Story) -> dict[str, Any] | None:
        fields = flatten_fieldsets(self.get_fieldsets(request, story))
        form_class = self.get_form(request, story, change=True, fields=fields)
        form = form_class(request.POST, request.FILES, instance=copy.copy(story))
        return form.cleaned_data if form.is_valid() else None

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        page = drop_forbidden(request.POST.get("_page", ""))[:40]
        note_saved(page, form.instance, actor=staff(request), now=timezone.now())

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        story, held = context.get("original"), request.POST.get(HELD, "")
        page = request.POST.get("_page") or secrets.token_urlsafe(16)
        context |= state_context(request, story, page) | kept_context(staff(request), story, page)
        context["held"] = held
        if story is None:
            key = str(context["adminform"].form["translation_key"].value() or "")
            context["keeper"]["new"] = request.POST.get("_new") or seal_of_new(key)
        if held:
            _without_errors(context)
            context |= clash_context(getattr(request, "joined", Joined()))
        page = super().render_change_form(request, context, *args, **kwargs)
        if held == "clash":
            page.status_code = CONFLICT  # nothing was saved: scripts and logs must not take it so
        return page


def _saved_by_this_page(request: HttpRequest) -> str | None:
    """A new story's form sent twice, or found again with the browser's Back: it was saved then.

    By the translation key that was made for this form: ``_new`` says that nobody has typed it.
    """
    key, number = request.POST.get("translation_key", ""), request.POST.get("service", "")
    if not constant_time_compare(request.POST.get("_new", ""), seal_of_new(key)):
        return None
    rows = Story.objects.filter(
        service=number_in(number), translation_key=key, created_by=staff(request)
    )
    found = rows.values_list("pk", flat=True).first()
    return str(found) if found else None


def _asked_for(request: HttpRequest, object_id: str | None) -> StoryDraft | None:
    """The draft that is to be taken over: one's own, and of this story."""
    rows = StoryDraft.objects.filter(
        pk=number_in(request.POST[TAKE_OVER]), user=staff(request), is_saved=False,
        story=number_in(unquote(object_id)) if object_id else None,
    )  # fmt: skip
    return rows.first()


def _is_gone(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("This text is not kept any more: it was saved, or thrown away."))
    return HttpResponseRedirect(request.path)


def _put_back(request: Any, draft: StoryDraft) -> None:
    """As if its form had been sent, and held before it was saved."""
    post = QueryDict(mutable=True)
    for name, values in draft.fields.items():
        post.setlist(name, values)
    page = secrets.token_urlsafe(16)
    move_draft(draft, page)
    post.update({HELD: "draft", "_page": page, "_stamp": draft.stamp, "_base": str(draft.base)})
    request.POST, request._files = post, MultiValueDict()


def _without_errors(context: dict[str, Any]) -> None:
    """It was not sent to be judged: what is missing is told when it is saved."""
    context["errors"] = []
    context["adminform"].form._errors = ErrorDict()
    for inline in context["inline_admin_formsets"]:
        inline.formset._non_form_errors = ErrorList()
        for row in inline.formset.forms:
            row._errors = ErrorDict()


def _tell(request: HttpRequest, joined: Joined) -> None:
    if joined.taken:
        what = _listed([label_of(name) for name in joined.taken])
        who = _listed([spoken_name(one) for one in joined.authors]) or _("somebody")
        said = _("Joined with what %(who)s saved meanwhile: %(what)s.")
        messages.info(request, said % {"who": who, "what": what})


def _listed(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
