"""Unpublish: take a story off air; the address answers 404 until it is published again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import PublishedStory, Story, StorySchedule
from articles.publishing.actors import Actor
from articles.publishing.alert import end_alerts_of
from articles.publishing.locking import lock_story
from articles.publishing.once_more import once_more
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_files import withdraw_files
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.renew_fronts import leave_fronts
from articles.publishing.share_cards import drop_cards
from articles.publishing.touched import tags_of
from articles.vocabularies import Verb, WorkflowStatus

ON_AIR = (WorkflowStatus.LIVE, WorkflowStatus.LIVE_CHANGED)


@once_more
@transaction.atomic
def unpublish(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    story = lock_story(story)
    require(actor, Deed.UNPUBLISH, story)
    if story.workflow_status not in ON_AIR:
        raise WrongState(_("This story is not on air."))
    before = tags_of(story)
    PublishedStory.objects.filter(story=story).delete()
    before |= leave_fronts(story, now=now, for_good=False)
    end_alerts_of(story, now=now)
    StorySchedule.objects.filter(story=story).delete()  # nothing comes back by itself
    story.workflow_status = WorkflowStatus.UNPUBLISHED
    story.save()
    cards = drop_cards(story)
    log(
        Verb.UNPUBLISH, story, actor=actor, now=now, service=story.service,
        reason=reason, files=cards,
    )  # fmt: skip
    ledger.write(before, now=now, hard=True)
    withdraw_files(cards, now=now)
