"""Photos that no page shows follow their rights, too: files go, or are made again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from articles.models import Photo
from articles.publishing.actors import SYSTEM
from articles.publishing.locking import lock_photo
from articles.publishing.photo_cards import cards_without_rights
from articles.publishing.photo_files import settle_files, withdraw_files
from articles.publishing.record import log
from articles.publishing.rights import may_show_anywhere
from articles.vocabularies import Verb


def settle_rights(since: datetime, now: datetime) -> int:
    """Photos whose rights or leases began or ended in (since, now]; returns how many changed."""
    span = (since, now)
    moments = _within("rights_end_at", *span)
    moments |= _within("leases__starts_at", *span) | _within("leases__ends_at", *span)
    photos = Photo.objects.filter(moments, killed_at=None).prefetch_related("leases")
    return sum(_settle(photo, now) for photo in photos.distinct() if _is_out_of_step(photo, now))


def _within(field: str, since: datetime, now: datetime) -> Q:
    return Q(**{f"{field}__gt": since, f"{field}__lte": now})


def _is_out_of_step(photo: Photo, now: datetime) -> bool:
    has_files = photo.renditions_due_at is not None or photo.renditions.exists()
    is_right = may_show_anywhere(photo, now) == has_files
    return not is_right or bool(cards_without_rights(photo, now))


@transaction.atomic
def _settle(photo: Photo, now: datetime) -> bool:
    photo, _on_air = lock_photo(photo)
    if photo.killed_at or not _is_out_of_step(photo, now):
        return False
    names = settle_files(photo, now, renew=False)
    if names:
        log(Verb.CHANGE, photo, actor=SYSTEM, now=now, what=["files"], files=names)
    withdraw_files(names, now=now)
    return True
