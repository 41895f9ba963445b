"""Compare two states of a story: versions, what is live, the working copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.site import desk
from articles.admin.story_access import form_of, story_for
from articles.admin.story_diff import StoryDiff, story_diff
from articles.admin.story_library_diff import named_changes, photo_words_changes, told_by
from articles.admin.story_names import story_names
from articles.admin.story_sides import LIVE, NOW, Side, label_of, live_side, side_called
from articles.models import Story
from articles.publishing.names_then import hidden_names
from articles.publishing.permissions import Deed, may
from articles.vocabularies import VersionKind

MOST_CHOICES = 100


def compare_view(request: HttpRequest, story_id: int) -> HttpResponse:
    """``old`` and ``new``; left out: what is live (else the version before) and what is saved."""
    story = story_for(request, story_id, Deed.VIEW_STORY)
    new = side_called(story, request.GET.get("new") or NOW)
    old = side_called(story, request.GET.get("old") or _before(story, new))
    context = desk.each_context(request) | {
        "title": _("Compare"),
        "story": story,
        "opts": Story._meta,
        "back": form_of(story),
        "old": old,
        "new": new,
        "choices": _choices(story, (old, new)),
        **_diff_with_library(request, story, old, new),
        "may_restore": may(staff(request), Deed.RESTORE, story),
    }
    return TemplateResponse(request, "admin/story/compare.html", context)


def diff_between(request: HttpRequest, story: Story, old: Side, new: Side) -> StoryDiff:
    names = story_names((old.content, new.content), staff(request))
    return story_diff(old.content, new.content, names, story.service.time_zone)


def _diff_with_library(request: HttpRequest, story: Story, old: Side, new: Side) -> dict[str, Any]:
    """Captions, credits and names as readers had them, where both sides know of them."""
    names = story_names((old.content, new.content), staff(request))
    diff = story_diff(old.content, new.content, names, story.service.time_zone)
    was = told_by(story, old)
    will = told_by(story, new) if was else None
    if was is None or will is None:
        return {"diff": diff, "lacks_library": True}
    hidden = hidden_names(story)
    was, will = was.without(hidden), will.without(hidden)
    fields = (*diff.fields, *named_changes(was, will, story.service))
    library = tuple(photo_words_changes(was, will, names))
    return {"diff": replace(diff, fields=fields, library=library)}


def changes_on_air(request: HttpRequest, story: Story) -> dict[str, Any]:
    """For the pages on which somebody decides: what readers would see change."""
    old = live_side(story)
    if old is None:
        return {"is_first": True}
    return {"diff": diff_between(request, story, old, side_called(story, NOW))}


def _before(story: Story, new: Side) -> str:
    if new.key == NOW and live_side(story):
        return LIVE
    below = story.versions.order_by("-number")
    if new.version:
        below = below.filter(number__lt=new.version.number)
    number = below.values_list("number", flat=True).first()
    if new.version and new.version.kind == VersionKind.PUBLISHED:
        # What it changed for readers; the save just before it holds the same text as a rule.
        aired = below.filter(kind=VersionKind.PUBLISHED).values_list("number", flat=True)
        number = aired.first() or number
    return str(number) if number else new.key


def _choices(story: Story, chosen: tuple[Side, Side]) -> list[tuple[str, str]]:
    """The newest versions, and those that are looked at."""
    rows = list(story.versions.defer("content").order_by("-number")[:MOST_CHOICES])
    choices = {NOW: _("the working copy")}
    choices |= {LIVE: live.label} if (live := live_side(story)) else {}
    choices |= {str(row.number): label_of(row, story) for row in rows}
    choices |= {side.key: side.label for side in chosen}
    return list(choices.items())


VIEWS: dict[str, Callable[..., HttpResponse]] = {"compare": compare_view}
