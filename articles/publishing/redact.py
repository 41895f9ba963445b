"""Redact: the one verb that rewrites the past. One person asks, another does it.

A name, a passage or a photo leaves the working copy, every version, every public page and every
note of the desk about this story. The log keeps that it happened, by whom and why; not what it was.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.caching import ledger, tags
from articles.models import Photo, PublishedStory, Redaction, Story
from articles.publishing.actors import name_of
from articles.publishing.locking import lock_photos_on_air, lock_stories, lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_files import withdraw_files
from articles.publishing.record import log, reason_given
from articles.publishing.redaction_outlook import topics_saying
from articles.publishing.redaction_photos import renew_files, told_in_files
from articles.publishing.redaction_places import photos_of
from articles.publishing.redaction_rewrite import Cut, rewrite
from articles.publishing.refusals import NotAllowed, WrongState
from articles.publishing.renew_fronts import renew_cards_of, renew_fronts
from articles.publishing.republish import republish_all
from articles.text.redact import pattern_of, places
from articles.vocabularies import PubStatus, Verb

SHORTEST = 2
MOST_PASSAGES = 20


@transaction.atomic
def ask_redaction(
    story: Story,
    *,
    actor: User,
    now: datetime,
    reason: str,
    passages: list[str] | None = None,
    photo: Photo | None = None,
    instead: str = "█████",
) -> Redaction:
    """Put it before a second person. Nothing is changed yet."""
    story = lock_story(story)
    require(actor, Deed.REDACT, story)
    told = _fit(passages or [], photo, reason)
    if Redaction.objects.filter(story=story, decided_at=None).exists():
        raise WrongState(_("Somebody has asked for a redaction of this story already."))
    made = Redaction.objects.create(
        story=story, passages=told, photo=photo, instead=instead, reason=reason_given(reason),
        asked_by=actor, asked_by_name=name_of(actor), asked_at=now,
    )  # fmt: skip
    log(
        Verb.ASK_REDACTION, story, actor=actor, now=now, service=story.service,
        reason=made.reason, redaction=made.pk,
    )  # fmt: skip
    return made


def _fit(passages: list[str], photo: Photo | None, reason: str) -> list[str]:
    told = [clean for one in passages if (clean := " ".join(one.split()))]
    if not told and photo is None:
        raise WrongState(_("Say what is to leave: a passage, or a photo."))
    if len(told) > MOST_PASSAGES:
        raise WrongState(_("At most %(most)s passages at once.") % {"most": MOST_PASSAGES})
    if short := [one for one in told if len(one) < SHORTEST]:
        raise WrongState(
            _("“%(short)s” is too short: it would take half the text with it.")
            % {"short": short[0]}
        )
    if not reason.strip():
        raise WrongState(_("Say why: the log keeps the reason, and nothing else of it."))
    if told and places(reason, pattern_of(told)):
        raise WrongState(_("The reason stays in the log: it must not say what is to leave."))
    return told


@transaction.atomic
def decline_redaction(redaction: Redaction, *, actor: User, now: datetime, reason: str) -> None:
    """By whoever may do it, also by the one who asked."""
    redaction, story = _open(redaction, actor)
    _close(redaction, actor, now)
    log(
        Verb.CALL_OFF_REDACTION, story, actor=actor, now=now, service=story.service,
        reason=reason, redaction=redaction.pk,
    )  # fmt: skip


@transaction.atomic
@ledger.at_the_end()
def carry_out_redaction(redaction: Redaction, *, actor: User, now: datetime) -> int:
    """Everywhere at once; returns in how many places something was taken out."""
    redaction, story = _open(redaction, actor)
    if redaction.asked_by_id == actor.pk:
        raise NotAllowed(_("You asked for it: somebody else must look at it and do it."))
    photos, cut = photos_of(story), Cut(redaction, story)
    lock_photos_on_air(photos)
    in_files, topics = told_in_files(story, cut), topics_saying(story, cut)
    changed = rewrite(story, cut)
    # Cut off anywhere, they may hold half a name.
    story.comments.update(words_before="", words_after="")
    names = renew_files(in_files, now=now)
    _close(redaction, actor, now)
    # Others that show a photo of it, whose caption in the library may have said it, too.
    shown = Q(story=story) | Q(shown_photos__photo__in=photos)
    on_air = PublishedStory.objects.filter(shown, pub_status=PubStatus.USABLE).distinct()
    fronts = renew_cards_of(story, now=now)
    renew_fronts([photo.pk for photo in in_files], now=now, hard=True)
    republish_all(on_air, actor=actor, now=now, reason="Redacted", hard=True)
    ledger.write({tags.ALERTS, tags.alert(story.service.slug)} | fronts, now=now, hard=True)
    log(
        Verb.REDACT, story, actor=actor, now=now, service=story.service,
        reason=redaction.reason, redaction=redaction.pk, places=changed, files=names,
        topics=[topic.pk for topic in topics],  # that say it and stay: by number, not by name
    )  # fmt: skip
    withdraw_files(names, now=now)
    return changed


def _open(redaction: Redaction, actor: User) -> tuple[Redaction, Story]:
    sharing = PublishedStory.objects.filter(shown_photos__photo__in=photos_of(redaction.story))
    lock_stories([redaction.story_id, *sharing.values_list("pk", flat=True)])
    story = lock_story(redaction.story)
    require(actor, Deed.REDACT, story)
    found = Redaction.objects.select_for_update(of=("self",)).get(pk=redaction.pk)
    if found.decided_at is not None:
        raise WrongState(_("This was decided already."))
    return found, story


def _close(redaction: Redaction, actor: User, now: datetime) -> None:
    """What was to leave leaves this row as well."""
    redaction.passages, redaction.photo = [], None
    redaction.decided_at, redaction.decided_by_name = now, name_of(actor)
    redaction.save()
