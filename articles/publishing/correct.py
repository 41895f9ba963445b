"""Correct: tell readers what was wrong, and put the corrected story on air."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Correction, EditorialLog, PublishedStory, Story
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_photos, lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import content_of, go_on_air
from articles.publishing.record import log
from articles.publishing.refusals import NotFit, WrongState
from articles.publishing.second_pair import second_pair
from articles.publishing.sent_before import key_of
from articles.publishing.snapshot import snapshot
from articles.publishing.unpublish import ON_AIR
from articles.text.sanitise import clean_text
from articles.vocabularies import CorrectionKind, Verb


@transaction.atomic
def correct(
    story: Story,
    text: str,
    *,
    kind: CorrectionKind = CorrectionKind.CORRECTION,
    form: UUID | None = None,
    actor: Actor,
    now: datetime,
) -> PublishedStory:
    """``form`` is new for each form that is opened: the same words twice are one correction."""
    story = lock_story(story)
    require(actor, Deed.CORRECT, story)
    if story.workflow_status not in ON_AIR:
        raise WrongState(_("Only a story on air can be corrected."))
    if kind == CorrectionKind.UPDATE:
        raise WrongState(_("An update is told by publishing it."))
    if not (text := clean_text(text)):
        raise WrongState(_("Say what was wrong: readers will see this text."))
    key = key_of(form, story.pk, kind, text)
    if key and (on_air := _told_before(story, key)):
        return on_air
    lock_photos(snapshot(story), story)
    # Of the corrected text: the correction's own words are new by their nature.
    if problems := [*blocking(preflight(story, now=now)), *second_pair(story, actor)]:
        raise NotFit(problems)
    Correction.objects.create(story=story, kind=kind, text=text, corrected_at=now)
    log(
        Verb.CORRECT, story, actor=actor, now=now, service=story.service, reason=text[:500],
        sent=str(key or ""),
    )  # fmt: skip
    return go_on_air(story, content_of(story), actor=actor, now=now, reason=text[:500])


def _told_before(story: Story, key: UUID) -> PublishedStory | None:
    """By the log: a correction's own row is made anew with each restored text."""
    told = EditorialLog.objects.filter(
        verb=Verb.CORRECT, noun="story", noun_id=story.pk, details__sent=str(key)
    )
    return PublishedStory.objects.filter(story=story).first() if told.exists() else None
