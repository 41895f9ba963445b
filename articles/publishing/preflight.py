"""Whether a story is fit to be published: findings, never exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from articles.models import Story
from articles.publishing.clock import in_zone
from articles.publishing.photo_preflight import photo_problems
from articles.publishing.preflight_language import language_problems
from articles.publishing.preflight_law import law_problems
from articles.publishing.preflight_links import link_problems
from articles.publishing.refusals import Problem
from articles.text import body
from articles.vocabularies import StoryType, WorkflowStatus

# What two lines of a card on a phone hold.
CARD_HEADLINE = 90


def preflight(story: Story, *, now: datetime) -> list[Problem]:
    """Everything that stands against publishing ``story`` now; blocking problems first."""
    problems = [
        *_state(story, now),
        *_words(story),
        *language_problems(story),
        *link_problems(story),
        *photo_problems(story, now),
        *law_problems(story, now),
    ]
    return sorted(problems, key=lambda problem: not problem.blocks)


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.blocks]


def _state(story: Story, now: datetime) -> Iterator[Problem]:
    if story.workflow_status == WorkflowStatus.KILLED:
        yield Problem("killed", "", _("This story was killed. That is final for its address."))
    if story.embargo_until and story.embargo_until > now:
        until = in_zone(story.embargo_until, story.service.time_zone)
        yield Problem(
            "embargo", "embargo_until", _("Under embargo until %(until)s.") % {"until": until}
        )


def _words(story: Story) -> Iterator[Problem]:
    if not story.headline.strip():
        yield Problem("headline", "headline", _("The headline is missing."))
    if not body.plain_text(story.body).strip():
        yield Problem("body", "body", _("The story has no text."))
    if not story.section_id:
        yield Problem("section", "section", _("Choose a section."), blocks=False)
    if not story.byline_override and not story.bylines.exists():
        yield Problem("byline", "bylines", _("Nobody is credited."), blocks=False)
    if story.story_type == StoryType.VIDEO and not story.video_url:
        yield Problem("video", "video_url", _("Say where the video can be watched."))
    if len(story.headline) > CARD_HEADLINE:
        yield Problem(
            "long_headline",
            "headline",
            _("The headline is longer than %(limit)s characters and will wrap on cards.")
            % {"limit": CARD_HEADLINE},
            blocks=False,
        )
