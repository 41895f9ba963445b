"""Which story a page of the desk is about, and the way back to its form."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.admin.permissions import staff
from articles.models import Story
from articles.publishing.permissions import Deed, may, visible_stories


def story_for(request: HttpRequest, story_id: int, deed: Deed) -> Story:
    """404 for what the user may not see or do, so that not even its existence leaks."""
    visible = visible_stories(staff(request)).select_related("service")
    story: Story = get_object_or_404(visible, pk=story_id)
    if not may(staff(request), deed, story):
        raise Http404
    return story


def form_of(story: Story) -> str:
    return reverse("admin:articles_story_change", args=[story.pk])


def number_in(text: str) -> int:
    """0 for what is no number of a row."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
