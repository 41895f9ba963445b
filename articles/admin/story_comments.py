"""Comments beside the story: read, written, answered and settled without leaving the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.permissions import staff
from articles.admin.sent_once import key_in, new_key
from articles.admin.site import desk
from articles.admin.story_access import form_of, number_in, story_for
from articles.admin.story_buttons import UNDER_REVIEW
from articles.models import Story, StoryComment
from articles.publishing.comments import Place, add_comment, settle
from articles.publishing.permissions import Deed, may
from articles.publishing.refusals import VerbRefused
from articles.publishing.review import request_changes

MOST = 200
AROUND = ("words_before", "words_after", "occurrence")


@dataclass(frozen=True)
class Thread:
    first: StoryComment
    answers: tuple[StoryComment, ...]


def threads_of(story: Story) -> list[Thread]:
    """Open ones first, each in the order in which it was written; one query."""
    comments = list(story.comments.order_by("-id")[:MOST])[::-1]
    answers: dict[int, list[StoryComment]] = {}
    for comment in comments:
        if comment.answers_id:
            answers.setdefault(comment.answers_id, []).append(comment)
    firsts = [comment for comment in comments if not comment.answers_id]
    firsts.sort(key=lambda comment: comment.settled_at is not None)
    return [Thread(first, tuple(answers.get(first.pk, ()))) for first in firsts]


def comments_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """The story with its comments; ``?panel`` gives the comments alone, for the form's side."""
    story = story_for(request, story_id, Deed.COMMENT)
    refusal = _write(request, story) if request.method == "POST" else ""
    if request.method == "POST" and not refusal and "panel" not in request.GET:
        return HttpResponseRedirect(reverse("admin:articles_story_comments", args=[story.pk]))
    context = _panel(request, story) | {"refusal": refusal} | _typed(request, refusal)
    context["gave_back"] = _gives_back(request) and not refusal
    status = 422 if refusal else 200
    if "panel" in request.GET:
        return TemplateResponse(request, "admin/story/threads.html", context, status=status)
    context |= desk.each_context(request) | {
        "title": _("Comments"), "back": form_of(story), "opts": Story._meta,
        "body": mark_safe(story.body),  # noqa: S308  cleaned on the way in
    }  # fmt: skip
    return TemplateResponse(request, "admin/story/comments.html", context, status=status)


def _panel(request: HttpRequest, story: Story) -> dict[str, Any]:
    """``may_give_back``: to ask for a change where the passage is, not on another page."""
    may_approve = story.review_status in UNDER_REVIEW and may(staff(request), Deed.APPROVE, story)
    threads = threads_of(story)
    still_open = sum(thread.first.settled_at is None for thread in threads)
    return {
        "story": story, "threads": threads, "open_comments": still_open,
        "may_give_back": may_approve, "form_key": new_key(),
    }  # fmt: skip


def _gives_back(request: HttpRequest) -> bool:
    return request.method == "POST" and "gives_back" in request.POST


def _typed(request: HttpRequest, refusal: str) -> dict[str, Any]:
    """What was refused is not to be typed again."""
    names = ("text", "quote", "answers", *AROUND)
    return {name: request.POST.get(name, "") for name in names} if refusal else {}


def _write(request: HttpRequest, story: Story) -> str:
    """Why not; empty when it is written."""
    text, quote = request.POST.get("text", ""), request.POST.get("quote", "")
    answers = request.POST.get("answers", "")
    thread = None
    if answers:
        thread = get_object_or_404(story.comments, pk=number_in(answers))
    told: dict[str, Any] = {
        "quote": quote, "place": _place(request), "form": key_in(request),
        "actor": staff(request), "now": timezone.now(),
    }  # fmt: skip
    try:
        if _gives_back(request):
            request_changes(story, text, **told)
            story.refresh_from_db()
        else:
            add_comment(story, text, answers=thread, **told)
    except VerbRefused as error:
        return str(error)
    return ""


def _place(request: HttpRequest) -> Place:
    before, after = (request.POST.get(name, "") for name in AROUND[:2])
    return Place(before, after, number_in(request.POST.get(AROUND[2], "")))


@require_POST
def settle_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.COMMENT)
    number = request.POST.get("comment", "")
    found = number_in(number)
    try:
        settle(
            get_object_or_404(story.comments, pk=found), actor=staff(request), now=timezone.now()
        )
    except VerbRefused as error:
        messages.error(request, str(error))
    if "panel" in request.GET:
        return TemplateResponse(request, "admin/story/threads.html", _panel(request, story))
    return HttpResponseRedirect(reverse("admin:articles_story_comments", args=[story.pk]))


VIEWS: dict[str, Callable[..., HttpResponse]] = {"comments": comments_view, "settle": settle_view}
