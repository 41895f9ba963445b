"""Live coverage on one screen: a composer on top, the stream below.

Whole without a script; with one, nothing is loaded anew and nothing that was typed is lost.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.live_deeds import DONE, do
from articles.admin.live_form import EntryForm
from articles.admin.live_stream import Refused, stream_context
from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.models import Story
from articles.publishing.permissions import Deed
from articles.vocabularies import StoryType

UNPROCESSABLE = 422


def live_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """``?stream`` gives the stream alone, or in JSON the sentence that says why not."""
    story = story_for(request, story_id, Deed.VIEW_STORY)
    if story.story_type != StoryType.LIVE:
        raise Http404
    refused = do(request, story) if request.method == "POST" else None
    if "stream" in request.GET:
        return _stream(request, story, refused)
    if request.method == "POST" and refused is None:
        if done := DONE.get(request.POST.get("deed", "")):
            messages.success(request, str(done))
        older = request.GET.get("older", "")
        here = f"?{urlencode({'older': older})}" if older else ""
        return HttpResponseRedirect(reverse("admin:articles_story_live", args=[story.pk]) + here)
    return _page(request, story, refused)


def _stream(request: HttpRequest, story: Story, refused: Refused | None) -> HttpResponse:
    if refused:
        return JsonResponse({"sentence": refused.sentence}, status=UNPROCESSABLE)
    context = stream_context(story, staff(request))
    return TemplateResponse(request, "admin/live/stream.html", context)


def _page(request: HttpRequest, story: Story, refused: Refused | None) -> HttpResponse:
    user = staff(request)
    stream = stream_context(story, user, request.GET.get("older", ""), refused)
    composer = refused.form if refused and not refused.entry_id else None
    context: dict[str, Any] = (
        desk.each_context(request)
        | stream
        | {
            "title": _("Live coverage"),
            "back": form_of(story),
            "opts": Story._meta,
            "form": composer or _composer(story, user, stream["next_key"]),
            "refusal": refused.sentence if refused else "",
            "is_older": "older" in request.GET,
        }
    )
    status = UNPROCESSABLE if refused else 200
    return TemplateResponse(request, "admin/live/live.html", context, status=status)


def _composer(story: Story, user: Any, key: uuid.UUID) -> EntryForm:
    person = getattr(user, "contributor", None)
    return EntryForm(story, user, initial={"key": key, "contributor": person and person.pk})


VIEWS: dict[str, Callable[..., HttpResponse]] = {"live": live_view}
