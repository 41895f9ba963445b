"""What every verb on an entry begins and ends with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.caching import ledger, tags
from articles.models import LiveCoverage, LiveEntry, Photo, PublishedStory, Story
from articles.publishing.actors import Actor
from articles.publishing.live.marks import has_words_of
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_preflight import entry_photo_problems
from articles.publishing.preflight import blocking
from articles.publishing.record import log
from articles.publishing.refusals import NotFit, WrongState
from articles.vocabularies import PubStatus, StoryType, Verb


def open_story(story: Story, deed: Deed, actor: Actor) -> Story:
    """The locked live story, if the actor may do ``deed`` with it."""
    story = lock_story(story)
    require(actor, deed, story)
    if story.story_type != StoryType.LIVE:
        raise WrongState(_("This is no live story: choose the type “Live” on its form first."))
    return story


def on_air_of(story: Story) -> PublishedStory:
    """What readers have of it; entries are posted to nothing else."""
    on_air = PublishedStory.objects.select_related("service").filter(story=story).first()
    if on_air is None or on_air.pub_status != PubStatus.USABLE:
        raise WrongState(_("This story is not on air: publish it first, then post to it."))
    if on_air.story_type != StoryType.LIVE:
        raise WrongState(_("Readers have this story as another type: publish it as “Live” first."))
    return on_air


def require_open(story: Story) -> None:
    if LiveCoverage.objects.filter(story=story, ended_at__isnull=False).exists():
        raise WrongState(_("The coverage has ended: resume it before you post to it."))


def entry_of(story: Story, entry: LiveEntry, seen: int | None) -> LiveEntry:
    """The fresh row under the story's lock.

    ``seen``: the number of changes that the actor knew of. Raises WrongState if its words were
    changed since; that it was pinned is no change of words.
    """
    fresh = LiveEntry.objects.select_related("contributor").get(pk=entry.pk, story=story)
    if seen is not None and not has_words_of(fresh, seen):
        raise WrongState(
            _("%(who)s has changed this entry meanwhile. Look at it as it is now, then change it.")
            % {"who": fresh.changed_by_name}
        )
    return fresh


def lock_photo_of(entry: LiveEntry, story: Story, now: datetime) -> None:
    """Nobody kills it between this look and the air. Raises NotFit for one that may not be shown.

    After the story's lock, before the ledger.
    """
    if entry.photo_id is None:
        return
    rows = Photo.objects.select_for_update(of=("self",), no_key=True)
    photo = rows.prefetch_related("texts", "renditions", "leases").get(pk=entry.photo_id)
    if problems := blocking(entry_photo_problems(photo, story, now)):
        raise NotFit(problems)


def told(
    verb: Verb, story: Story, entry: LiveEntry | None, *, actor: Actor, now: datetime,
    reason: str = "", hard: bool = False, **details: Any,
) -> None:  # fmt: skip
    """The log, and the caches: the coverage alone. Fronts show nothing of an entry."""
    if entry is not None:
        details = {"entry": entry.pk, "entry_version": entry.number} | details
    log(verb, story, actor=actor, now=now, service=story.service, reason=reason, **details)
    ledger.write({tags.story(story.pk)}, now=now, hard=hard)
