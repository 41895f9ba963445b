"""Presence: an open form says every few seconds that it is there, and hears who else is."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.admin.permissions import staff
from articles.admin.story_access import story_for
from articles.admin.story_save_state import others_in_words
from articles.publishing.permissions import Deed
from articles.publishing.presence import come, is_known_here, leave, others_in

LONGEST_PAGE = 40


def is_number_of_page(said: str) -> bool:
    """As a form makes it up for itself; no database takes every character."""
    return 8 <= len(said) <= LONGEST_PAGE and said.isascii() and said.isprintable()


@require_POST
def presence_view(request: HttpRequest, story_id: int) -> JsonResponse:
    """Three queries while nothing changes; 404 for whom may not write the story."""
    page = request.POST.get("page", "")
    if not is_number_of_page(page):
        return JsonResponse({"sentence": "Which page is this?"}, status=400)
    actor, now = staff(request), timezone.now()
    if "leave" in request.POST:
        leave(page, actor=actor)
        return JsonResponse({"others": ""})
    unsaved, behind = (request.POST.get(name) == "1" for name in ("unsaved", "behind"))
    if not is_known_here(page, story_id, actor=actor, now=now, unsaved=unsaved, behind=behind):
        story = story_for(request, story_id, Deed.WRITE_STORY)
        come(page, story, actor=actor, now=now, unsaved=unsaved, behind=behind)
    others = others_in(story_id, actor=actor, page=page, now=now)
    return JsonResponse({"others": others_in_words(others)})
