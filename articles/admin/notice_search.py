"""The pickers' search: what select2 asks while somebody types."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from articles.admin.notice_options import Option, options, story_label
from articles.admin.permissions import staff
from articles.publishing.notice_names import is_key
from articles.publishing.permissions import Deed, may, visible_stories
from articles.text.normalise import search_key
from articles.vocabularies import TargetDimension, WorkflowStatus

MOST_HITS = 30
_key = lru_cache(maxsize=20_000)(search_key)


def targets_view(request: HttpRequest) -> HttpResponse:
    """What select2 asks while somebody types: at most ``MOST_HITS``, and whether there are more."""
    dimension = request.GET.get("dimension", "")
    if not may(staff(request), Deed.VIEW_NOTICE) or dimension not in TargetDimension.values:
        raise Http404
    hits = search(dimension, request.GET.get("term", "").strip(), staff(request))
    results: list[dict[str, Any]] = [
        {"id": value, "text": label} for value, label in hits[:MOST_HITS]
    ]
    if len(hits) > MOST_HITS:
        more = _("There are more: type on to narrow them down.")
        results.append({"id": "", "text": more, "disabled": True})
    return JsonResponse({"results": results})


def search(dimension: str, term: str, user: User) -> list[Option]:
    """Best first, one more than ``MOST_HITS`` where there are more."""
    if dimension == TargetDimension.STORY:
        return _search_stories(term, user)
    asked = _key(term[:100])
    ranked = [
        (rank, label, value)
        for value, label in options(dimension, user)
        if (rank := _rank(asked, value, label)) is not None
    ]
    return [(value, label) for _best, label, value in sorted(ranked)[: MOST_HITS + 1]]


def _rank(asked: str, value: str, label: str) -> int | None:
    """The code itself, its beginning, the name's beginning, a word's beginning, anywhere."""
    code, name = _key(value), _key(label)
    chances = (
        code == asked,
        code.startswith(asked),
        name.startswith(asked),
        f" {asked}" in name,
        asked in name,
    )
    return next((rank for rank, is_so in enumerate(chances) if is_so), None)


def _search_stories(term: str, user: User) -> list[Option]:
    found = Q(headline__icontains=term) | Q(slug__icontains=term)
    if is_key(term):
        found |= Q(pk=int(term))
    stories = visible_stories(user).exclude(workflow_status=WorkflowStatus.KILLED).filter(found)
    newest = stories.select_related("service").order_by("-changed_at", "-pk")[: MOST_HITS + 1]
    return [(str(story.pk), story_label(story)) for story in newest]
