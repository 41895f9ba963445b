"""Publish alone: at night one editor may go on air without the second pair of eyes.

It is logged as what it is, and stands before the day's chief until looked over.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import EditorialLog, PublishedStory, Story
from articles.publishing.actors import Actor, user_of
from articles.publishing.announce import announce
from articles.publishing.locking import lock_photos, lock_story
from articles.publishing.permissions import Deed, people_who_may, require
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import content_of, go_on_air
from articles.publishing.record import log
from articles.publishing.refusals import NotAllowed, NotFit, WrongState
from articles.publishing.second_pair import second_pair
from articles.publishing.snapshot import snapshot
from articles.vocabularies import AnnouncementKind, Verb


@transaction.atomic
def publish_alone(story: Story, *, actor: Actor, now: datetime, reason: str) -> PublishedStory:
    story = lock_story(story)
    require(actor, Deed.PUBLISH, story)
    if not reason.strip():
        raise WrongState(_("Say why it cannot wait: the chief of the day will read it."))
    lock_photos(snapshot(story), story)
    if problems := blocking(preflight(story, now=now)):
        raise NotFit(problems)
    if not second_pair(story, actor):
        return go_on_air(story, content_of(story), actor=actor, now=now, reason=reason)
    chiefs = people_who_may(Deed.LOOK_OVER, story.service)
    announce(AnnouncementKind.ALONE, story, chiefs, actor=actor, now=now, text=reason)
    return go_on_air(
        story, content_of(story), actor=actor, now=now, reason=reason, verb=Verb.PUBLISH_ALONE
    )


@transaction.atomic
def look_over(story: Story, *, actor: Actor, now: datetime, reason: str = "") -> None:
    """A chief has read what went out alone; nobody looks over the own work."""
    story = lock_story(story)
    require(actor, Deed.LOOK_OVER, story)
    if story.alone_at is None:
        raise WrongState(_("Nothing of this story waits to be looked over."))
    user = user_of(actor)
    if user and _alone_since(story).filter(actor=user).exists():
        raise NotAllowed(_("You published it yourself: somebody else must look it over."))
    story.alone_at = None
    story.save(update_fields=["alone_at"])
    log(Verb.LOOK_OVER, story, actor=actor, now=now, service=story.service, reason=reason)


def _alone_since(story: Story) -> QuerySet[EditorialLog]:
    """What went out alone and was not looked over since."""
    entries = EditorialLog.objects.filter(noun="story", noun_id=story.pk)
    last = entries.filter(verb=Verb.LOOK_OVER).order_by("-id").first()
    return entries.filter(verb=Verb.PUBLISH_ALONE, id__gt=last.id if last else 0)
