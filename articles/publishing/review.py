"""Review: submit, approve, ask for changes. None of them touches what readers see."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StoryComment, StorySchedule
from articles.publishing.actors import Actor, user_of
from articles.publishing.announce import announce, writers_of
from articles.publishing.comments import ANYWHERE, Place, add_comment, sent_before
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.save import save
from articles.publishing.second_pair import has_written
from articles.publishing.snapshot import content_hash, snapshot
from articles.text.slugs import slug_for
from articles.vocabularies import AnnouncementKind, ReviewStatus, Verb, WorkflowStatus


@transaction.atomic
def submit(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    """Put the working copy before those who approve; what is there is kept as a version first."""
    story = lock_story(story)
    require(actor, Deed.WRITE_STORY, story)
    _refuse_killed(story)
    if story.review_status == ReviewStatus.IN_REVIEW:
        raise WrongState(_("This story is in review already."))
    story.slug = story.slug or slug_for(story.headline)  # the address is read, too
    story.save(update_fields=["slug"])
    save(story, actor=actor, now=now)
    _set(story, ReviewStatus.IN_REVIEW)
    log(Verb.SUBMIT, story, actor=actor, now=now, service=story.service, reason=reason)


@transaction.atomic
def approve(
    story: Story, *, actor: Actor, now: datetime, seen_hash: str = "", reason: str = ""
) -> None:
    """Approve exactly the content that was read; later changes need another approval.

    ``seen_hash`` is that of what the approver looked at; empty: whatever stands there now.
    """
    story = lock_story(story)
    require(actor, Deed.APPROVE, story)
    if story.review_status != ReviewStatus.IN_REVIEW:
        raise WrongState(_("Only a story in review can be approved."))
    user = user_of(actor)
    if user and has_written(user, story):
        raise NotAllowed(_("You wrote some of this: somebody else must approve it."))
    found = content_hash(snapshot(story))
    if seen_hash and seen_hash != found:
        raise WrongState(_("The story was changed while you read it: look at it again."))
    story.approved_hash = found
    _set(story, ReviewStatus.APPROVED)
    log(Verb.APPROVE, story, actor=actor, now=now, service=story.service, reason=reason)


@transaction.atomic
def request_changes(
    story: Story, text: str, *, actor: Actor, now: datetime, quote: str = "",
    place: Place = ANYWHERE, form: UUID | None = None,
) -> StoryComment:  # fmt: skip
    """Give the story back to its writers, saying what is missing; ``form`` as of a comment."""
    story = lock_story(story)
    require(actor, Deed.APPROVE, story)
    if known := sent_before(story, text, quote, asks_for_change=True, form=form):
        if story.review_status == ReviewStatus.CHANGES_REQUESTED:
            return known
        form = uuid4()  # of an earlier round, found again with Back: it is said once more
    if story.review_status not in (ReviewStatus.IN_REVIEW, ReviewStatus.APPROVED):
        raise WrongState(_("Only a story in review can be given back."))
    comment = add_comment(
        story, text, quote=quote, place=place, form=form, actor=actor, now=now,
        asks_for_change=True, verb=None,
    )  # fmt: skip
    story.approved_hash = ""
    StorySchedule.objects.filter(story=story).delete()  # it does not go out as it is
    _set(story, ReviewStatus.CHANGES_REQUESTED)
    announce(AnnouncementKind.CHANGES, story, writers_of(story), actor=actor, now=now)
    log(
        Verb.REQUEST_CHANGES, story, actor=actor, now=now, service=story.service,
        reason=comment.text[:500], comment=comment.pk,
    )  # fmt: skip
    return comment


def _set(story: Story, status: ReviewStatus) -> None:
    story.review_status = status
    story.save(update_fields=["review_status", "approved_hash", "changed_at"])


def _refuse_killed(story: Story) -> None:
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed; it cannot be changed any more."))
