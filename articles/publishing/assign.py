"""Assign: say whose story this is now."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import EditorialLog, Story
from articles.publishing.actors import Actor, name_of
from articles.publishing.announce import announce
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, may, require
from articles.publishing.record import log, reason_given
from articles.publishing.refusals import WrongState
from articles.vocabularies import AnnouncementKind, Verb, WorkflowStatus


@transaction.atomic
def assign(story: Story, to: User | None, *, actor: Actor, now: datetime, note: str = "") -> None:
    """To somebody who may write it, who is told with the note; None: to nobody any more."""
    story = lock_story(story)
    require(actor, Deed.ASSIGN, story)
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed; there is nothing left to do."))
    if to is not None and not may(to, Deed.WRITE_STORY, story):
        raise WrongState(_("%(name)s may not write for this service.") % {"name": name_of(to)})
    note = reason_given(note)
    if story.assigned_to == to and _told_before(story, note):
        return
    story.assigned_to = to
    story.save(update_fields=["assigned_to"])
    announce(AnnouncementKind.ASSIGNED, story, [to], actor=actor, now=now, text=note)
    log(
        Verb.ASSIGN, story, actor=actor, now=now, service=story.service, reason=note,
        to=to.pk if to else None,
    )  # fmt: skip


def _told_before(story: Story, note: str) -> bool:
    """The same again is no news: a double click, a page sent twice."""
    logged = EditorialLog.objects.filter(verb=Verb.ASSIGN, noun="story", noun_id=story.pk)
    last = logged.order_by("-id").first()
    return last is not None and last.reason == note
