"""Assign: say whose story this is now."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

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
from articles.publishing.sent_before import key_of
from articles.vocabularies import AnnouncementKind, Verb, WorkflowStatus


@transaction.atomic
def assign(
    story: Story, to: User | None, *, actor: Actor, now: datetime, note: str = "",
    form: UUID | None = None,
) -> None:  # fmt: skip
    """To somebody who may write it, who is told with the note; None: to nobody any more.

    ``form`` is new for each form that is opened: sent twice, it assigns and tells once.
    """
    story = lock_story(story)
    require(actor, Deed.ASSIGN, story)
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed; there is nothing left to do."))
    if to is not None and not may(to, Deed.WRITE_STORY, story):
        raise WrongState(_("%(name)s may not write for this service.") % {"name": name_of(to)})
    note, number = reason_given(note), to.pk if to else None
    key = key_of(form, story.pk, number, note)
    if key and _is_last_deed(story, key):
        return
    story.assigned_to = to
    story.save(update_fields=["assigned_to"])
    announce(AnnouncementKind.ASSIGNED, story, [to], actor=actor, now=now, text=note)
    sent: dict[str, Any] = {"key": str(key)} if key else {}
    log(
        Verb.ASSIGN, story, actor=actor, now=now, service=story.service, reason=note, to=number,
        **sent,
    )  # fmt: skip


def _is_last_deed(story: Story, key: UUID) -> bool:
    """Whatever happened to the story since makes the same words news again."""
    logged = EditorialLog.objects.filter(noun="story", noun_id=story.pk)
    last = logged.order_by("-id").first()
    return last is not None and last.verb == Verb.ASSIGN and last.details.get("key") == str(key)
