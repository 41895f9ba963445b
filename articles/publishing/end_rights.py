"""End rights: a photo leaves the pages on which it may be seen no more, or comes back to them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import Error, transaction
from django.db.models import Q

from articles.caching import ledger
from articles.models import FrontPhoto, Photo, PublishedPhoto, PublishedStory
from articles.publishing.actors import SYSTEM, Actor
from articles.publishing.locking import lock_photo
from articles.publishing.photo_files import settle_files, withdraw_files
from articles.publishing.record import log
from articles.publishing.renew_fronts import renew_fronts
from articles.publishing.republish import republish
from articles.publishing.rights import may_show
from articles.vocabularies import Verb

logger = logging.getLogger(__name__)
ENDED, BEGAN = "The rights to a photo ended", "A photo may be used again"


def end_due_rights(now: datetime) -> int:
    """Every photo whose rights changed on some page; returns how many."""
    stories = PublishedPhoto.objects.filter(until__lte=now).values("photo_id")
    fronts = FrontPhoto.objects.filter(until__lte=now).values("photo_id")
    due = Photo.objects.filter(Q(pk__in=stories) | Q(pk__in=fronts))
    return sum(end_rights(photo, now=now) for photo in due)


@transaction.atomic
@ledger.at_the_end()
def end_rights(photo: Photo, *, now: datetime, actor: Actor = SYSTEM) -> bool:
    """Put the stories out again on which rights changed, until ``now``, what is seen of ``photo``.

    Always the last published content. False where nothing is due (any more): never twice, and
    never early. A story that cannot go out again stays due, and does not keep the others.
    """
    photo, on_air = lock_photo(photo)
    due = set(photo.shown_in.filter(until__lte=now).values_list("on_air_id", flat=True))
    on_fronts = photo.shown_on_fronts.filter(until__lte=now).exists()
    if not due and not on_fronts:
        return False
    names = settle_files(photo, now, renew=False)
    if on_fronts:
        renew_fronts([photo.pk], now=now, hard=True)
    rows = [row for row in on_air if row.pk in due]
    gone = [row for row in rows if not may_show(photo, row.service, now)]
    back = [row for row in rows if row not in gone]
    over = _put_out(gone, actor, now, ENDED, hard=True)
    again = _put_out(back, actor, now, BEGAN, hard=False)
    if over or names:
        log(Verb.EXPIRE, photo, actor=actor, now=now, reason=ENDED, stories=over, files=names)
    if again:
        log(Verb.CHANGE, photo, actor=actor, now=now, reason=BEGAN, stories=again)
    withdraw_files(names, now=now)
    return bool(over or again or names or on_fronts)


def _put_out(
    rows: Sequence[PublishedStory], actor: Actor, now: datetime, reason: str, *, hard: bool
) -> list[int]:
    """The stories that went out."""
    done = []
    for row in rows:
        try:
            with transaction.atomic():
                republish(row, actor=actor, now=now, reason=reason, hard=hard)
        except Error:
            raise
        except Exception:
            logger.exception("story %s: its photo's rights changed, it cannot go out", row.pk)
        else:
            done.append(row.pk)
    return done
