"""Restore: bring an earlier version back into the working copy."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StoryVersion
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.save import save
from articles.publishing.snapshot import apply, snapshot
from articles.vocabularies import Verb, WorkflowStatus


@transaction.atomic
def restore(story: Story, number: int, *, actor: Actor, now: datetime) -> StoryVersion | None:
    """Make version ``number`` the working copy again (publishing it is a step of its own).

    What was there is kept first, so that a restore loses nothing either.
    """
    story = lock_story(story)
    require(actor, Deed.RESTORE, story)
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed; it cannot be changed any more."))
    version = story.versions.filter(number=number).first()
    if version is None:
        raise WrongState(_("This story has no version %(number)s.") % {"number": number})
    save(story, actor=actor, now=now)
    found = snapshot(story)
    # Readers were told of corrections: those are not taken back with the text.
    wanted = version.content | {"corrections": found["corrections"]}
    if wanted == found:
        return None
    apply(wanted, story)
    log(Verb.RESTORE, story, actor=actor, now=now, service=story.service, version=number)
    return save(story, actor=actor, now=now, reason=f"Restored version {number}")
