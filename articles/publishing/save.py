"""Save: keep the working copy as a version; readers notice nothing."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StoryVersion
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import add_version, log
from articles.publishing.refusals import WrongState
from articles.publishing.snapshot import content_hash, snapshot
from articles.vocabularies import ReviewStatus, Verb, VersionKind, WorkflowStatus


@transaction.atomic
def save(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> StoryVersion | None:
    """Record the stored working copy; None when nothing has changed since the last version."""
    story = lock_story(story)
    require(actor, Deed.WRITE_STORY, story)
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed; it cannot be changed any more."))
    content = snapshot(story)
    newest = story.versions.order_by("-number").first()
    if newest and newest.content_hash == content_hash(content):
        return None
    version = add_version(story, content, VersionKind.SAVED, actor=actor, now=now, reason=reason)
    _note_change(story)
    log(
        Verb.SAVE, story, actor=actor, now=now, service=story.service,
        reason=reason, version=version.number,
    )  # fmt: skip
    return version


def _note_change(story: Story) -> None:
    """Live is no longer what stands here, and what was approved was another text."""
    if story.workflow_status == WorkflowStatus.LIVE:
        story.workflow_status = WorkflowStatus.LIVE_CHANGED
    if story.review_status == ReviewStatus.APPROVED:
        story.review_status, story.approved_hash = ReviewStatus.IN_REVIEW, ""
    story.save()
