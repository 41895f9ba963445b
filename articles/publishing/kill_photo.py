"""Kill a photo: it leaves every page at once and never comes back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import Photo
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_photos_on_air
from articles.publishing.permissions import Deed, may, require
from articles.publishing.photo_cards import drop_cards_with
from articles.publishing.photo_files import drop_files, withdraw_files
from articles.publishing.record import log, reason_given
from articles.publishing.refusals import WrongState
from articles.publishing.renew_fronts import renew_fronts
from articles.publishing.republish import republish_all
from articles.vocabularies import Verb


@transaction.atomic
@ledger.at_the_end()
def kill_photo(photo: Photo, *, actor: Actor, now: datetime, reason: str) -> int:
    """Take ``photo`` off every page, publishers' pictures included; returns how many stories.

    Other entries of the library with the very same file are killed with it, as far as the actor
    may. The original stays for photo editors, where law and history need it; its public files are
    gone at the commit. Working copies keep it and cannot be published with it.

    Raises NotAllowed, or WrongState without a reason and for a photo that was killed already.
    """
    found = Photo.objects.get(pk=photo.pk)
    require(actor, Deed.KILL_PHOTO, found)
    if not reason_given(reason):
        raise WrongState(_("Killing needs a reason: it goes into the log."))
    photos, on_air = lock_photos_on_air([photo.pk, *_copies(found, actor)])
    if any(one.killed_at for one in photos if one.pk == photo.pk):
        raise WrongState(_("This photo was killed already."))
    names = [name for one in photos for name in _kill(one, actor, now, reason)]
    renew_fronts((one.pk for one in photos), now=now, hard=True)
    # To readers of a story's history the reason may say too much: it stands at the photo.
    republish_all(on_air, actor=actor, now=now, reason="A photo was killed", hard=True)
    withdraw_files(names, now=now)
    return len(on_air)


def _copies(photo: Photo, actor: Actor) -> list[int]:
    same_file = Photo.objects.filter(sha256=photo.sha256, killed_at=None).exclude(sha256="")
    return [copy.pk for copy in same_file if may(actor, Deed.KILL_PHOTO, copy)]


def _kill(photo: Photo, actor: Actor, now: datetime, reason: str) -> list[str]:
    """The names of files that nobody may see any more."""
    names = [*drop_files(photo), *drop_cards_with(photo, now=now)]
    photo.killed_at, photo.renditions_due_at, photo.renditions_error = now, None, ""
    photo.save(update_fields=["killed_at", "renditions_due_at", "renditions_error"])
    stories = sorted(photo.shown_in.values_list("on_air_id", flat=True))
    log(Verb.KILL, photo, actor=actor, now=now, reason=reason, stories=stories, files=names)
    return names
