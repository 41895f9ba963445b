"""Kill: withdraw a story for good; its address answers 410 from now on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import PublishedStory, Story, StorySchedule
from articles.publishing.actors import Actor
from articles.publishing.alert import end_alerts_of
from articles.publishing.listing import leave_lists
from articles.publishing.locking import lock_story
from articles.publishing.once_more import once_more
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_files import withdraw_files
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.renew_fronts import leave_fronts
from articles.publishing.share_cards import drop_cards
from articles.publishing.touched import tags_of
from articles.vocabularies import PubStatus, Verb, WorkflowStatus


@once_more
@transaction.atomic
def kill(story: Story, *, actor: Actor, now: datetime, reason: str) -> PublishedStory:
    """Empty what readers see of ``story`` and keep a row that says so.

    The text stays in the versions at the desk, where law and history need it.
    """
    story = lock_story(story)
    require(actor, Deed.KILL, story)
    _refuse_wrong_state(story, reason)
    before = tags_of(story)
    on_air = _empty_row(story, now)
    before |= leave_fronts(story, now=now, for_good=True)
    end_alerts_of(story, now=now)
    StorySchedule.objects.filter(story=story).delete()
    story.workflow_status = WorkflowStatus.KILLED
    story.save()
    cards = drop_cards(story)
    log(Verb.KILL, story, actor=actor, now=now, service=story.service, reason=reason, files=cards)
    ledger.write(before | tags_of(story), now=now, hard=True)
    withdraw_files(cards, now=now)
    return on_air


def _refuse_wrong_state(story: Story, reason: str) -> None:
    if story.workflow_status == WorkflowStatus.KILLED:
        raise WrongState(_("This story was killed already."))
    if story.published_at is None:
        raise WrongState(_("This story was never on air: there is nothing to kill."))
    if not reason.strip():
        raise WrongState(_("Killing needs a reason: it goes into the log."))


def _empty_row(story: Story, now: datetime) -> PublishedStory:
    """No word of the text survives in the public table: the slug repeats the headline, too."""
    newest = story.versions.order_by("-number")[0]
    on_air, _created = PublishedStory.objects.update_or_create(
        story=story,
        defaults={
            "version": newest, "service": story.service, "section": None,
            "translation_key": story.translation_key, "pub_status": PubStatus.CANCELED,
            "slug": "", "kicker": "", "headline": "", "standfirst": "",
            "story_type": story.story_type, "urgency": story.urgency, "breaking_until": None,
            "published_at": story.published_at or now, "revised_at": now, "killed_at": now,
            "local_day": None,
            "share_card": "", "share_card_due_at": None,
            "card": {}, "document": {},
        },
    )  # fmt: skip
    leave_lists(on_air)
    on_air.shown_photos.all().delete()
    on_air.entries.all().delete()
    return on_air
