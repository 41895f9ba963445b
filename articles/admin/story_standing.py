"""Where a story stands, in words: the ribbon of its form, of lists and of the day's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from articles.models import Story, StorySchedule
from articles.publishing.clock import in_zone
from articles.vocabularies import ReviewStatus


@dataclass(frozen=True)
class Mark:
    """``name`` is a CSS class."""

    name: str
    words: str


def standing_of(story: Story, plan: StorySchedule | None, now: datetime) -> list[Mark]:
    """Its status first, then whatever else must not be overlooked."""
    zone = story.service.time_zone
    marks = [Mark(story.workflow_status, str(story.get_workflow_status_display()))]
    if story.review_status:
        marks.append(Mark(story.review_status, str(ReviewStatus(story.review_status).label)))
    if plan:
        words = _("Missed: %(when)s") if plan.failure else _("Scheduled: %(when)s")
        name = "missed" if plan.failure else "scheduled"
        marks.append(Mark(name, words % {"when": in_zone(plan.publish_at, zone)}))
    if story.embargo_until and story.embargo_until > now:
        until = in_zone(story.embargo_until, zone)
        marks.append(Mark("embargo", _("Embargo until %(until)s") % {"until": until}))
    if story.alone_at:
        marks.append(Mark("alone", _("Published alone, to be looked over")))
    return marks


def plan_beside(story: Story) -> StorySchedule | None:
    """Fetched with the story where a list asked for ``schedule``; else a query of its own."""
    try:
        return story.schedule
    except StorySchedule.DoesNotExist:
        return None


def workflow_context(story: Story | None) -> dict[str, Any]:
    """What the form's bar shows."""
    if story is None:
        return {}
    open_comments = story.comments.filter(settled_at=None, answers=None).count()
    marks = standing_of(story, plan_beside(story), timezone.now())
    return {"marks": marks, "open_comments": open_comments}


def ribbon(marks: list[Mark]) -> str:
    return format_html_join(
        " ", '<span class="desk-status {}">{}</span>', ((mark.name, mark.words) for mark in marks)
    )
