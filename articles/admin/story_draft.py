"""Autosave: the form keeps its text here while it is written, and takes it up again."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from articles.admin.permissions import staff
from articles.admin.site import DeskPage, desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.admin.story_kept import is_saved_already, kept_context
from articles.admin.story_moments import clock_words
from articles.admin.story_presence import is_number_of_page
from articles.models import Story, StoryDraft
from articles.publishing.keep_draft import Typed, drop_draft, keep_draft
from articles.publishing.permissions import Deed
from articles.publishing.refusals import VerbRefused

LARGEST = 5 * 1024 * 1024
MOST_FIELDS, LONGEST_NAME = 20_000, 100
TOO_LARGE = _("This text is larger than 5 MB: too large to be kept. Make it shorter.")
NO_DRAFT = _("This is no text of a story form.")
NOT_YOURS = _("Somebody else is logged in here now.")


class NoDraft(ValueError):
    """What was sent is not what the form sends."""


@require_POST
def keep_view(request: HttpRequest) -> JsonResponse:
    """``fields`` empty: what was typed was taken back."""
    if _size_of(request) > LARGEST:
        return JsonResponse({"sentence": str(TOO_LARGE)}, status=413)
    try:
        sent = _sent(request.body)
    except NoDraft:
        return JsonResponse({"sentence": str(NO_DRAFT)}, status=400)
    if _is_of_another(request, sent):
        return JsonResponse({"sentence": str(NOT_YOURS)}, status=403)
    story = _story(request, str(sent.get("story") or ""))
    return _kept(request, story, typed_in(sent), is_leftover=bool(sent.get("leftover")))


def _is_of_another(request: HttpRequest, sent: dict[str, Any]) -> bool:
    """A form left open while somebody else logged in: its words are its writer's alone."""
    fields = sent.get("fields")
    writer = fields.get("_writer") if isinstance(fields, dict) else None
    return bool(writer) and writer != [staff(request).get_username()]


def _kept(
    request: HttpRequest, story: Story | None, typed: Typed, *, is_leftover: bool
) -> JsonResponse:
    """``is_leftover``: found in the browser; it may have been saved before it was forgotten."""
    actor, now = staff(request), timezone.now()
    if not typed.fields or (is_leftover and is_saved_already(typed, story)):
        drop_draft(typed.page, actor=actor)
        return JsonResponse({"kept": ""})
    try:
        draft = keep_draft(typed, story, actor=actor, now=now)
    except VerbRefused as refusal:
        return JsonResponse({"sentence": str(refusal)}, status=409)
    kept = clock_words(draft.kept_at, story, now=now) if draft else ""
    return JsonResponse({"kept": kept})


@require_POST
def drop_view(request: HttpRequest) -> HttpResponse:
    draft = get_object_or_404(
        StoryDraft, user=staff(request), pk=number_in(request.POST.get("draft", ""))
    )
    draft.delete()
    to_form = form_of(draft.story) if draft.story else reverse("admin:articles_story_add")
    return HttpResponseRedirect(to_form)


@require_GET
def kept_view(request: HttpRequest) -> HttpResponse:
    """What was found in the browser has just been sent here: now it can be offered."""
    story = _story(request, request.GET.get("story", ""))
    context = kept_context(staff(request), story, request.GET.get("page", ""))
    return TemplateResponse(request, "admin/story/kept.html", context | {"original": story})


def _story(request: HttpRequest, number: str) -> Story | None:
    """404 for a story that is not the user's to write."""
    if not number:
        return None
    if not (found := number_in(number)):
        raise Http404
    return story_for(request, found, Deed.WRITE_STORY)


def _size_of(request: HttpRequest) -> int:
    return number_in(request.META.get("CONTENT_LENGTH", "") or "0")


def _sent(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise NoDraft from error
    if not (isinstance(sent, dict) and _is_page(sent.get("page")) and _are_fields(sent)):
        raise NoDraft
    return sent


def _is_page(page: Any) -> bool:
    return isinstance(page, str) and is_number_of_page(page)


def _are_fields(sent: dict[str, Any]) -> bool:
    fields, touched = sent.get("fields"), sent.get("touched", [])
    if not (isinstance(fields, dict) and isinstance(touched, list)):
        return False
    if len(fields) > MOST_FIELDS or len(touched) > MOST_FIELDS:
        return False
    return all(map(_is_value, fields.values())) and all(map(_is_name, (*fields, *touched)))


def _is_value(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_name(name: Any) -> bool:
    return isinstance(name, str) and len(name) <= LONGEST_NAME


def typed_in(sent: dict[str, Any]) -> Typed:
    base = number_in(str(sent.get("base") or "0"))
    return Typed(
        page=sent["page"], fields=sent["fields"], base=min(base, 2**31 - 1),
        stamp=str(sent.get("stamp") or "")[:40], touched=tuple(sent.get("touched", ())),
    )  # fmt: skip


for route, view, name in (
    ("drafts/keep/", keep_view, "draft_keep"),
    ("drafts/drop/", drop_view, "draft_drop"),
    ("drafts/", kept_view, "draft_kept"),
):
    desk.add_page(DeskPage(route, view, name, _("Unsaved text"), Deed.WRITE_STORY, is_listed=False))
