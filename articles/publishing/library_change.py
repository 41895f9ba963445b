"""A changed credit, caption, name or byline policy reaches the pages that are on air.

The last published content goes out again, resolved against the library as it is now: a name that
came under protection must leave every page, and nobody's unfinished text may go out with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from articles.models import Contributor, Photo, PublishedStory
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_photo
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_fields import CHANGEABLE, LOOK, WORDS, crop_boxes
from articles.publishing.photo_files import settle_files, withdraw_files
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.republish import republish_all, showing_publisher
from articles.vocabularies import PubStatus, Verb


def contributor_changed(contributor: Contributor, *, actor: Actor, now: datetime) -> None:
    require(actor, Deed.EDIT_CONTRIBUTOR)
    credited = Q(contributors=contributor) | Q(story__bylines__contributor=contributor)
    rows = PublishedStory.objects.filter(credited, pub_status=PubStatus.USABLE).distinct()
    reason = "A contributor's name was changed"
    republish_all(rows, actor=actor, now=now, reason=reason)
    republish_all(showing_publisher(contributor), actor=actor, now=now, reason=reason)


@transaction.atomic
def photo_changed(
    photo: Photo, *, actor: Actor, now: datetime, what: Sequence[str] | None = None
) -> None:
    """Call in the transaction that changed the photo, its texts or its leases.

    ``what`` names the changed fields (and ``texts``, ``leases``); None: anything. New words, rights
    and crops are on air at once; files that have to be made anew follow.
    """
    photo, on_air = lock_photo(photo)
    require(actor, Deed.EDIT_PHOTO, photo)
    if what is not None and not what:
        return
    log(Verb.CHANGE, photo, actor=actor, now=now, what=sorted(what or []))
    renew = what is None or not (LOOK | WORDS).isdisjoint(what)
    names = [] if photo.killed_at else settle_files(photo, now, renew=renew)
    reason = "A photo of the library was changed"
    republish_all(on_air, actor=actor, now=now, reason=reason, hard=bool(names))
    withdraw_files(names, now=now)


@transaction.atomic
def change_photo(
    photo: Photo, values: Mapping[str, Any], *, actor: Actor, now: datetime
) -> list[str]:
    """Set fields of ``photo`` (cleaned by a form) and tell the pages; returns those that differ.

    Protection is not among them: ``protect`` makes the new files first.
    """
    photo, _on_air = lock_photo(photo)
    require(actor, Deed.EDIT_PHOTO, photo)
    if unknown := set(values) - CHANGEABLE:
        raise WrongState(f"“{min(unknown)}” of a photo is not changed like this.")
    if photo.killed_at:
        raise WrongState("This photo was killed; it cannot be changed any more.")
    wanted = dict(values)
    if "crops" in wanted:
        wanted["crops"] = crop_boxes(wanted["crops"])
    changed = sorted(name for name in wanted if getattr(photo, name) != wanted[name])
    for name in changed:
        setattr(photo, name, wanted[name])
    if changed:
        photo.save(update_fields=changed)
        photo_changed(photo, actor=actor, now=now, what=changed)
    return changed
