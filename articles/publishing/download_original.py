"""The original of a photo, with all that its camera wrote: for photo editors, and logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Photo
from articles.publishing.actors import Actor
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_files import original_of
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.vocabularies import Verb


@dataclass(frozen=True)
class Original:
    """``name`` is for the editor's disk; it tells nothing of the photo."""

    name: str
    data: bytes


def download_original(photo: Photo, *, actor: Actor, now: datetime) -> Original:
    """Logged before a byte leaves. Raises NotAllowed, or WrongState for a lost file."""
    with transaction.atomic():
        require(actor, Deed.DOWNLOAD_ORIGINAL, photo)
        log(Verb.DOWNLOAD, photo, actor=actor, now=now)
        try:
            data = original_of(photo)
        except OSError as error:
            raise WrongState(_("The original file cannot be read.")) from error
    suffix = PurePath(photo.original.name or "").suffix
    return Original(f"photo-{photo.pk}{suffix}", data)
