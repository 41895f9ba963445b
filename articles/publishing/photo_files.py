"""The public files of a photo: made from its original, and removed once nobody may see them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from articles.caching import ledger, tags
from articles.imaging.files import RenderedFile
from articles.imaging.library import look_of, named_files, words_of
from articles.imaging.renditions import all_files, first_files
from articles.models import Photo
from articles.models.photo import public_storage
from articles.publishing.rights import licence_url, may_show_anywhere

logger = logging.getLogger(__name__)


def original_of(photo: Photo) -> bytes:
    """Raises OSError where the file is lost or the storage is away."""
    with photo.original.open("rb") as original:
        return bytes(original.read())


def made_quickly(photo: Photo, data: bytes) -> list[RenderedFile]:
    """The few files with which a photo can be on air at once."""
    return first_files(data, look_of(photo), words_of(photo, licence_url(photo)))


def made_in_full(photo: Photo, data: bytes) -> list[RenderedFile]:
    return all_files(data, look_of(photo), words_of(photo, licence_url(photo)))


def settle_files(photo: Photo, now: datetime, *, renew: bool) -> list[str]:
    """After a change of rights or looks: files are due, or nobody may see them and they go.

    Returns the names of those that have to go (``withdraw_files``). Writes the photo's row; call
    inside the verb's transaction, before stories go out again.
    """
    names: list[str] = []
    if not may_show_anywhere(photo, now):
        names = drop_files(photo)
        photo.renditions_due_at, photo.renditions_error = None, ""
    elif renew or not photo.renditions.exists():
        photo.renditions_due_at, photo.renditions_error = now, ""
    photo.save(update_fields=["renditions_due_at", "renditions_error"])
    return names


def drop_files(photo: Photo) -> list[str]:
    """Forget all files of ``photo``; returns the names that no other photo's row has."""
    names = set(photo.renditions.values_list("file", flat=True))
    photo.renditions.all().delete()
    return sorted(names - set(named_files(names)))


def withdraw_files(names: Sequence[str], *, now: datetime) -> None:
    """Nobody may see these any more: gone at the commit, from here and from every edge.

    The last thing that a verb does, as it writes the ledger.
    """
    if names:
        transaction.on_commit(lambda: remove_unnamed(names), robust=True)
        ledger.write({tags.file(name) for name in names}, now=now, hard=True)


def remove_unnamed(names: Iterable[str]) -> int:
    """Remove the files that no row names; returns how many. What fails, the sweep does later."""
    wanted, done = set(names), 0
    for name in sorted(wanted - set(named_files(wanted))):
        try:
            public_storage().delete(name)
            done += 1
        except Exception as error:  # each storage fails in its own way
            logger.warning("public file %s: not removed: %s", name, error)
    return done
