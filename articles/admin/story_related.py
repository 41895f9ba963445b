"""Which stories a text may point at: asked by the editor while somebody looks for one."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.permissions import staff
from articles.admin.photo_picker import numbers
from articles.admin.site import DeskPage, desk
from articles.admin.story_buttons import ON_AIR
from articles.models import Story
from articles.publishing.permissions import Deed, visible_stories

MOST = 12


def related_view(request: HttpRequest) -> JsonResponse:
    """Stories of one service that match ``q``, or those with the numbers in ``ids``."""
    asked = numbers(request.GET.get("service", ""))[:1]
    stories = visible_stories(staff(request)).filter(service__in=asked)
    if ids := numbers(request.GET.get("ids", "")):
        found = stories.filter(pk__in=ids[:MOST])
    else:
        found = _matching(stories, request.GET.get("q", ""))
    rows = found.only("headline", "workflow_status", "published_at")[:MOST]
    return JsonResponse({"stories": [_row(story) for story in rows]})


def _matching(stories: QuerySet[Story], query: str) -> QuerySet[Story]:
    """On air alone: to readers, others are not there."""
    stories = stories.filter(workflow_status__in=ON_AIR)
    for word in query.replace("\0", "").split()[:8]:
        stories = stories.filter(headline__icontains=word)
    return stories


def _row(story: Story) -> dict[str, Any]:
    is_live = story.workflow_status in ON_AIR
    state = f"{story.published_at:%Y-%m-%d}" if is_live and story.published_at else ""
    return {
        "id": story.pk,
        "headline": story.headline,
        "state": state or _("not on air: readers will not see it"),
    }


desk.add_page(
    DeskPage(
        route="stories/related/",
        view=related_view,
        name="story_related",
        title=gettext_lazy("Stories to point at"),
        deed=Deed.VIEW_STORY,
        is_listed=False,
    )
)
