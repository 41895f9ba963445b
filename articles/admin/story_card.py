"""The share card of a story as it would be made of any of its states, for the preview."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.admin.story_access import story_for
from articles.admin.story_frames import group_on
from articles.admin.story_sides import side_called
from articles.legal.law import Law
from articles.models import Story
from articles.pages.story_head import Group
from articles.publishing.card_plan import can_be_set, plan_for
from articles.publishing.complete_cards import drawn
from articles.publishing.permissions import Deed
from articles.publishing.withheld_cards import is_withheld_somewhere
from articles.vocabularies import NoticeKind


def card_url(story: Story, group: Group, side: str, law: Law) -> str:
    """Where the preview shows the card; empty where readers would get the bare photo.

    Orders are secret until they are in force: what is still to come does not show here.
    """
    orders = [rule for rule in law.rules if rule.kind == NoticeKind.WITHHELD]
    if not can_be_set(group.row) or is_withheld_somewhere(group.row, orders):
        return ""
    address = reverse("admin:articles_story_card", args=[story.pk])
    return f"{address}?{urlencode({'of': side})}"


def card_view(request: HttpRequest, story_id: int) -> HttpResponse:
    story = story_for(request, story_id, Deed.VIEW_STORY)
    now = timezone.now()
    group = group_on(story, side_called(story, request.GET.get("of", "")), now)
    try:
        made = drawn(plan_for(group.row, now))
    except OSError:  # the photo's file is not there (yet)
        made = None
    if made is None:
        raise Http404
    return HttpResponse(made.body, content_type=made.content_type)
