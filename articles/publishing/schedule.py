"""Schedule: a frozen version goes on air by itself, as a first publication or as an update.

What is scheduled is what was read when it was scheduled. Whoever edits the story afterwards changes
the working copy alone; to send that out instead, it is scheduled again.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StorySchedule, StoryVersion
from articles.publishing.actors import Actor, SystemActor, name_of, user_of
from articles.publishing.clock import in_zone
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import content_of
from articles.publishing.record import add_version, log
from articles.publishing.refusals import NotFit, Problem, WrongState
from articles.publishing.second_pair import is_approved, second_pair
from articles.publishing.snapshot import content_hash
from articles.vocabularies import Verb, VersionKind


@transaction.atomic
def schedule(
    story: Story, publish_at: datetime, *, actor: Actor, now: datetime, reason: str = ""
) -> StorySchedule:
    """Raises NotFit with what would stand against it at ``publish_at`` as far as is known now."""
    story = lock_story(story)
    require(actor, Deed.PUBLISH, story)
    if publish_at <= now:
        raise WrongState(_("That moment is past: choose a later one, or publish now."))
    if problems := problems_at(story, publish_at, actor):
        raise NotFit(problems)
    approved = is_approved(story)
    version = _frozen(story, actor, now)
    if approved:  # the address that it got meanwhile is no other text
        story.approved_hash = version.content_hash
        story.save(update_fields=["approved_hash"])
    planned, _created = StorySchedule.objects.update_or_create(
        story=story,
        defaults={
            "version": version, "approved_hash": story.approved_hash,
            "publish_at": publish_at, "try_at": publish_at, "failure": "",
            "scheduled_by": user_of(actor), "scheduled_by_name": name_of(actor),
        },
    )  # fmt: skip
    log(
        Verb.SCHEDULE, story, actor=actor, now=now, service=story.service, reason=reason,
        version=version.number, publish_at=publish_at.isoformat(),
    )  # fmt: skip
    return planned


def problems_at(story: Story, moment: datetime, actor: Actor) -> list[Problem]:
    """What blocks publishing the working copy at ``moment``; an embargo is told in words."""
    if story.embargo_until and moment < story.embargo_until:
        until = in_zone(story.embargo_until, story.service.time_zone)
        words = _("Under embargo until %(until)s: choose a later moment.") % {"until": until}
        return [Problem("embargo", "embargo_until", words)]
    return [*blocking(preflight(story, now=moment)), *second_pair(story, actor)]


@transaction.atomic
def unschedule(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    """Call it off; what is on air stays, and so does the working copy."""
    story = lock_story(story)
    require(actor, Deed.PUBLISH, story)
    if not StorySchedule.objects.filter(story=story).delete()[0]:
        raise WrongState(_("This story is not scheduled."))
    log(Verb.UNSCHEDULE, story, actor=actor, now=now, service=story.service, reason=reason)


def _frozen(story: Story, actor: Actor, now: datetime) -> StoryVersion:
    """The newest version if it is this content already, else a new one."""
    content = content_of(story)
    story.save(update_fields=["slug"])
    newest = story.versions.order_by("-number").first()
    if newest and newest.content_hash == content_hash(content):
        return newest
    scheduler = SystemActor(name_of(actor))  # who froze it has not written it
    return add_version(story, content, VersionKind.SAVED, actor=scheduler, now=now)
