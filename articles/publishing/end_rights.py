"""End rights: a photo leaves the pages on which it may be seen no more, or comes back to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from articles.models import Photo, PublishedPhoto, PublishedStory
from articles.publishing.actors import SYSTEM, Actor
from articles.publishing.locking import lock_photo
from articles.publishing.photo_files import settle_files, withdraw_files
from articles.publishing.record import log
from articles.publishing.republish import republish_all
from articles.publishing.rights import may_show
from articles.vocabularies import Verb

ENDED, BEGAN = "The rights to a photo ended", "A photo may be used again"


def end_due_rights(now: datetime) -> int:
    """Every photo whose rights changed on some page; returns how many."""
    due = PublishedPhoto.objects.filter(until__lte=now).values("photo_id")
    return sum(end_rights(photo, now=now) for photo in Photo.objects.filter(pk__in=due))


@transaction.atomic
def end_rights(photo: Photo, *, now: datetime, actor: Actor = SYSTEM) -> bool:
    """Put the stories out again on which rights changed, until ``now``, what is seen of ``photo``.

    Always the last published content. False where nothing is due (any more): never twice, and
    never early.
    """
    photo, on_air = lock_photo(photo)
    due = set(photo.shown_in.filter(until__lte=now).values_list("on_air_id", flat=True))
    if not due:
        return False
    names = settle_files(photo, now, renew=False)
    rows = [row for row in on_air if row.pk in due]
    over = [row for row in rows if not may_show(photo, row.service, now)]
    again = [row for row in rows if row not in over]
    _put_out(Verb.EXPIRE, ENDED, photo, over, names, actor=actor, now=now)
    _put_out(Verb.CHANGE, BEGAN, photo, again, [], actor=actor, now=now)
    withdraw_files(names, now=now)
    return True


def _put_out(
    verb: Verb,
    reason: str,
    photo: Photo,
    rows: Sequence[PublishedStory],
    names: Sequence[str],
    *,
    actor: Actor,
    now: datetime,
) -> None:
    if rows:
        stories = [row.pk for row in rows]
        log(verb, photo, actor=actor, now=now, reason=reason, stories=stories, files=names)
        republish_all(rows, actor=actor, now=now, reason=reason, hard=verb is Verb.EXPIRE)
