"""The public files of a photo: made from its original, and removed once nobody may see them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from articles.caching import ledger, tags
from articles.imaging.files import RenderedFile
from articles.imaging.library import look_of, named_files, words_of
from articles.imaging.renditions import all_files, first_files
from articles.models import Photo, Rendition, ShareCard
from articles.models.photo import public_storage
from articles.publishing.photo_cards import drop_cards_without_rights
from articles.publishing.rights import licence_url, may_show_anywhere
from articles.publishing.snapshot import Content
from articles.vocabularies import CropName

logger = logging.getLogger(__name__)


def original_of(photo: Photo) -> bytes:
    """Raises OSError where the file is lost or the storage is away."""
    with photo.original.open("rb") as original:
        return bytes(original.read())


def made_quickly(photo: Photo, data: bytes) -> list[RenderedFile]:
    """The few files with which a photo can be on air at once."""
    return first_files(data, look_of(photo), words_of(photo, licence_url(photo)))


def made_in_full(photo: Photo, data: bytes) -> list[RenderedFile]:
    words = words_of(photo, licence_url(photo))
    return all_files(data, look_of(photo), words, crops_in_use(photo))


def crops_in_use(photo: Photo) -> set[str]:
    """In which stories show the photo, those on air and those being written."""
    used = set(photo.uses.values_list("crop", flat=True))
    on_air = photo.shown_in.values_list("on_air__version__content__photos", flat=True)
    rows = (row for rows in on_air for row in rows or () if row["photo_id"] == photo.pk)
    return used | {row.get("crop", CropName.FULL) for row in rows}


def order_crops(content: Content, *, now: datetime) -> None:
    """What goes on air in a crop of its own needs that crop's big files, too: the worker's."""
    for use in content["photos"]:
        crop = use.get("crop", CropName.FULL)
        if crop in (CropName.FULL, CropName.SHARE):  # a share card is one JPEG, always made
            continue
        made = Rendition.objects.filter(photo=OuterRef("pk"), crop=crop, format="avif")
        lacking = Photo.objects.filter(~Exists(made), pk=use["photo_id"], killed_at=None)
        lacking.filter(renditions_due_at=None).update(renditions_due_at=now)


def settle_files(photo: Photo, now: datetime, *, renew: bool) -> list[str]:
    """After a change of rights or looks: files are due, or nobody may see them and they go, as
    share cards do where readers may not see the photo any more.

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
    return [*names, *drop_cards_without_rights(photo, now=now)]


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
    cards = ShareCard.objects.filter(file__in=wanted).values_list("file", flat=True)
    for name in sorted(wanted - set(named_files(wanted)) - set(cards)):
        try:
            public_storage().delete(name)
            done += 1
        except Exception as error:  # each storage fails in its own way
            logger.warning("public file %s: not removed: %s", name, error)
    return done
