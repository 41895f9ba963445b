"""Save a front: keep what is being arranged; readers notice nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Front, FrontVersion, LanguageService, Photo, Section, Story
from articles.publishing.actors import Actor, name_of
from articles.publishing.front_record import (
    add_front_version,
    is_kept,
    keep_draft,
    lock_front,
    require_seen,
    set_draft,
)
from articles.publishing.front_slots import (
    Slot,
    cleaned,
    content_of,
    photos_in,
    slots_of,
    stories_in,
)
from articles.publishing.permissions import Deed, require, visible_photos
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.vocabularies import Verb, VersionKind


@dataclass(frozen=True)
class SavedFront:
    """``beside``: what came in, kept as a version, as somebody else's draft stands already."""

    front: Front
    beside: FrontVersion | None = None


@transaction.atomic
def save_front(
    service: LanguageService,
    section: Section | None,
    slots: Sequence[Slot],
    *,
    seen: int,
    actor: Actor,
    now: datetime,
) -> SavedFront:
    """``seen``: the count of edits that the arrangement began from. Nobody's work is lost."""
    front = lock_front(service, section)
    require(actor, Deed.CURATE, service)
    slots = cleaned(slots)
    content = content_of(slots)
    if content == front.draft:
        return SavedFront(front)
    _require_known(front, slots, actor)
    if front.edits != seen:
        return SavedFront(front, _beside(front, slots, actor, now))
    set_draft(front, content, actor=actor, now=now)
    return SavedFront(front)


@transaction.atomic
def take_up_front(front: Front, number: int, *, seen: int, actor: Actor, now: datetime) -> Front:
    """Make version ``number`` the draft again; what stands there is kept before."""
    front = lock_front(front.service, front.section)
    require(actor, Deed.CURATE, front.service)
    version = front.versions.filter(number=number).first()
    if version is None:
        raise WrongState(_("This front has no version %(number)s.") % {"number": number})
    require_seen(front, seen)
    keep_draft(front, actor=actor, now=now, reason="Before another was taken up")
    set_draft(front, version.content, actor=actor, now=now)
    log(Verb.RESTORE, front, actor=actor, now=now, service=front.service, version=number)
    return front


def _beside(
    front: Front, slots: Sequence[Slot], actor: Actor, now: datetime
) -> FrontVersion | None:
    content = content_of(slots)
    if is_kept(front, content):
        return front.versions.filter(content=content).first()
    reason = f"Arranged by {name_of(actor)} at the same time"
    return add_front_version(front, content, VersionKind.SAVED, actor=actor, now=now, reason=reason)


def _require_known(front: Front, slots: Sequence[Slot], actor: Actor) -> None:
    """New stories are of the service, new photos of a library that the actor may see."""
    old = slots_of(front.draft)
    stories = stories_in(slots) - stories_in(old)
    if Story.objects.filter(pk__in=stories, service=front.service).count() < len(stories):
        raise WrongState(_("A story on this front is not one of this service."))
    photos = photos_in(slots) - photos_in(old)
    seen = visible_photos(actor) if isinstance(actor, User) else Photo.objects.all()
    if seen.filter(pk__in=photos, killed_at=None).count() < len(photos):
        raise WrongState(_("A picture on this front is not there any more."))
