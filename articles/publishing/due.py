"""What is scheduled goes on air when it is due: late after a restart, never early, never twice."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction

from articles.models import Story, StorySchedule
from articles.publishing.actors import SystemActor
from articles.publishing.announce import announce, writers_of
from articles.publishing.locking import lock_photos, lock_story
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import go_on_air
from articles.publishing.record import log
from articles.publishing.refusals import Problem
from articles.publishing.second_pair import unread
from articles.publishing.snapshot import Content, apply, moment_text
from articles.vocabularies import AnnouncementKind, Verb

logger = logging.getLogger(__name__)
AT_ONCE = 50
BROKEN = "It failed in a way that nobody foresaw; the server's log says how."
TRY_AGAIN = timedelta(minutes=1)


def publish_due(*, now: datetime) -> int:
    """Everything whose moment has come; returns how many stories went on air."""
    due = StorySchedule.objects.filter(try_at__lte=now).order_by("try_at")[:AT_ONCE]
    return sum(_try_one(story_id, now) for story_id in due.values_list("story_id", flat=True))


def _try_one(story_id: int, now: datetime) -> bool:
    """Whatever is wrong with one story, the others go out at their minute."""
    try:
        return _publish_one(story_id, now)
    except (OperationalError, InterfaceError):
        raise  # the database is away: for all of them
    except Exception:
        logger.exception("story %s cannot go on air as scheduled", story_id)
        waiting = StorySchedule.objects.filter(story_id=story_id, try_at__lte=now)
        waiting.update(failure=BROKEN, try_at=now + TRY_AGAIN)
        return False


@transaction.atomic
def _publish_one(story_id: int, now: datetime) -> bool:
    """Asked again under the story's lock: another worker, or the desk, may have been faster."""
    story = lock_story(Story(pk=story_id))
    planned = StorySchedule.objects.select_related("version").filter(story=story).first()
    if planned is None or planned.try_at > now:
        return False
    actor = SystemActor(f"schedule of {planned.scheduled_by_name}")
    lock_photos(planned.version.content, story)
    problems = _problems_of(story, planned.version.content, now)
    if story.service.four_eyes and planned.approved_hash != planned.version.content_hash:
        problems.append(unread(story))
    if problems:
        _miss(planned, problems, actor, now)
        return False
    go_on_air(
        story,
        planned.version.content | {"breaking_until": _breaking_until(story, planned)},
        actor=actor,
        now=now,
        reason="As scheduled",
        read_up_to=planned.version.number,
    )
    return True


def _breaking_until(story: Story, planned: StorySchedule) -> str | None:
    """As it was frozen, or shorter: what was stood down meanwhile is not raised again."""
    frozen, now_set = planned.version.content["breaking_until"], moment_text(story.breaking_until)
    return min(frozen, now_set) if frozen and now_set else None


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
        answerable = {planned.scheduled_by, *writers_of(story)} - {None}
        announce(AnnouncementKind.MISSED, story, answerable, actor=actor, now=now, text=words)
    planned.failure, planned.try_at = words, now + TRY_AGAIN
    planned.save(update_fields=["failure", "try_at"])
