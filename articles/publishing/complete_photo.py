"""Complete a photo: what its row says is due becomes public files, on every page that shows it.

Workers take a photo by moving its due moment: of two, one succeeds; a killed one's photo is due
again a little later. Whoever changes the photo meanwhile sets the moment anew, and what was made of
the old state is thrown away.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import Error, transaction

from articles.caching import ledger
from articles.imaging.files import RenderedFile
from articles.imaging.library import replace_renditions
from articles.imaging.refused import RefusedImage
from articles.models import Photo
from articles.publishing.actors import SYSTEM
from articles.publishing.file_ages import leave_for_a_day
from articles.publishing.locking import lock_photo
from articles.publishing.photo_files import (
    made_in_full,
    original_of,
    settle_files,
    withdraw_files,
)
from articles.publishing.renew_fronts import renew_fronts
from articles.publishing.republish import republish_all
from articles.publishing.rights import may_show_anywhere

logger = logging.getLogger(__name__)

# Longer than the biggest photo takes on a slow machine.
TAKEN_FOR = timedelta(minutes=2)
FIRST_RETRY, LATER_RETRY = timedelta(minutes=1), timedelta(minutes=30)
REASON = "The files of a photo were made"


def complete_next(now: datetime) -> bool:
    """Complete the photo that has waited longest; False where none is due, or it failed."""
    due = Photo.objects.filter(renditions_due_at__lte=now, killed_at=None)
    photo = due.order_by("renditions_due_at", "pk").first()
    return photo is not None and complete(photo, now=now)


def complete(photo: Photo, *, now: datetime) -> bool:
    """Make all files of ``photo`` if they are due; whether they are there now by this call.

    A failure is told in ``renditions_error``, and the photo is due again later.
    """
    taken = _take(photo, now)
    if taken is None:
        return False
    try:
        return _complete(taken, now)
    except Error:
        raise
    except Exception as error:  # storages and decoders fail in a hundred ways
        logger.warning("photo %s: no renditions: %s", photo.pk, error)
        _postpone(taken, _sentence(error), now)
        return False


def _take(photo: Photo, now: datetime) -> Photo | None:
    """The fresh row if it is due and nobody else has it."""
    due = Photo.objects.filter(pk=photo.pk).values_list("renditions_due_at", flat=True).first()
    if due is None or due > now:
        return None
    mine = Photo.objects.filter(pk=photo.pk, renditions_due_at=due, killed_at=None)
    if not mine.update(renditions_due_at=now + TAKEN_FOR):
        return None
    return Photo.objects.prefetch_related("texts", "leases").get(pk=photo.pk)


def _complete(taken: Photo, now: datetime) -> bool:
    shown = may_show_anywhere(taken, now)
    files = made_in_full(taken, original_of(taken)) if shown else []
    with transaction.atomic(), ledger.at_the_end():
        photo, on_air = lock_photo(taken)
        if photo.renditions_due_at != taken.renditions_due_at:
            return False  # changed, protected or killed meanwhile: it is due, or done for
        if not shown:
            withdraw_files(settle_files(photo, now, renew=False), now=now)
            return True
        if _swap(photo, files):
            renew_fronts([photo.pk], now=now)
            republish_all(on_air, actor=SYSTEM, now=now, reason=REASON)
    return True


def _swap(photo: Photo, files: list[RenderedFile]) -> bool:
    """Whether anything is different from before."""
    before = set(photo.renditions.values_list("crop", "file"))
    left = replace_renditions(photo, files)
    photo.renditions_due_at, photo.renditions_error = None, ""
    photo.save(update_fields=["renditions_due_at", "renditions_error"])
    # Readers may hold pages that name them.
    leave_for_a_day(left)
    return before != set(photo.renditions.values_list("crop", "file"))


def _postpone(taken: Photo, sentence: str, now: datetime) -> None:
    wait = LATER_RETRY if taken.renditions_error else FIRST_RETRY
    mine = Photo.objects.filter(pk=taken.pk, renditions_due_at=taken.renditions_due_at)
    mine.update(renditions_due_at=now + wait, renditions_error=sentence[:300])


def _sentence(error: Exception) -> str:
    if isinstance(error, RefusedImage):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "The original file is missing."
    return f"The files could not be made ({type(error).__name__})."
