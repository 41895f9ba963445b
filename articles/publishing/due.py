"""What is scheduled goes on air when it is due: late after a restart, never early, never twice."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction

from articles.models import Story, StorySchedule
from articles.publishing.actors import SystemActor
from articles.publishing.locking import lock_photos, lock_story
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import go_on_air
from articles.publishing.record import log
from articles.publishing.refusals import Problem
from articles.publishing.snapshot import Content, apply, moment_text
from articles.vocabularies import Verb

logger = logging.getLogger(__name__)
AT_ONCE = 50
TRY_AGAIN = timedelta(minutes=1)


def publish_due(*, now: datetime) -> int:
    """Everything whose moment has come; returns how many stories went on air."""
    due = StorySchedule.objects.filter(try_at__lte=now).order_by("try_at")[:AT_ONCE]
    return sum(_publish_one(story_id, now) for story_id in due.values_list("story_id", flat=True))


@transaction.atomic
def _publish_one(story_id: int, now: datetime) -> bool:
    """Asked again under the story's lock: another worker, or the desk, may have been faster."""
    story = lock_story(Story(pk=story_id))
    planned = StorySchedule.objects.select_related("version").filter(story=story).first()
    if planned is None or planned.try_at > now:
        return False
    actor = SystemActor(f"schedule of {planned.scheduled_by_name}")
    lock_photos(planned.version.content, story.service)
    if problems := _problems_of(story, planned.version.content, now):
        _miss(planned, problems, actor, now)
        return False
    # Whether it is breaking is a matter of now, not of the text that was frozen.
    content = planned.version.content | {"breaking_until": moment_text(story.breaking_until)}
    go_on_air(story, content, actor=actor, now=now, reason="As scheduled")
    return True


def _problems_of(story: Story, content: Content, now: datetime) -> list[Problem]:
    """The preflight of what was frozen, as if it stood in the working copy, which it leaves alone.

    The library may have changed since: rights ended, a credit was taken away. An embargo holds
    from when it was set, whatever was scheduled before.
    """
    point = transaction.savepoint()
    try:
        trial = lock_story(story)
        apply(content, trial)
        trial.embargo_until = _later(story.embargo_until, trial.embargo_until)
        return blocking(preflight(trial, now=now))
    finally:
        transaction.savepoint_rollback(point)


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max(filter(None, (one, other)), default=None)


def _miss(
    planned: StorySchedule, problems: list[Problem], actor: SystemActor, now: datetime
) -> None:
    """It stays scheduled and says why; the log tells of it once, however often it is tried."""
    words = " ".join(problem.message for problem in problems)
    if planned.failure != words:
        story = planned.story
        log(
            Verb.MISS, story, actor=actor, now=now, service=story.service, reason=words[:500],
            version=planned.version.number,
        )  # fmt: skip
    planned.failure, planned.try_at = words, now + TRY_AGAIN
    planned.save(update_fields=["failure", "try_at"])
