"""A changed credit, caption, name or byline policy reaches the pages that are on air.

The last published content goes out again, resolved against the library as it is now: a name that
came under protection must leave every page, and nobody's unfinished text may go out with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.models import Contributor, Photo, PublishedStory
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_photo, lock_portrait, lock_stories
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_fields import CHANGEABLE, DESK, LOOK, RIGHTS, WORDS, crop_boxes
from articles.publishing.photo_files import settle_files, withdraw_files
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.renew_fronts import renew_fronts
from articles.publishing.republish import republish_all, showing_publisher
from articles.publishing.snapshot import Content
from articles.vocabularies import PubStatus, Verb, WorkflowStatus


@transaction.atomic
def contributor_changed(contributor: Contributor, *, actor: Actor, now: datetime) -> None:
    """Hard: it may be a name that must not be known, which no cache may show any longer."""
    require(actor, Deed.EDIT_CONTRIBUTOR)
    credited = Q(contributors=contributor) | Q(story__bylines__contributor=contributor)
    credited |= Q(story__live_entries__contributor=contributor)
    rows = [*_on_air(credited), *_still(lambda content: contributor.pk in _credited(content))]
    rows = _once([*rows, *showing_publisher(contributor)])
    lock_stories(on_air.pk for on_air in rows)
    lock_portrait(contributor)
    reason = "A contributor's name was changed"
    republish_all(rows, actor=actor, now=now, reason=reason, hard=True)


@transaction.atomic
@ledger.at_the_end()
def photo_changed(
    photo: Photo, *, actor: Actor, now: datetime, what: Sequence[str] | None = None
) -> None:
    """Call in the transaction that changed the photo, its texts or its leases.

    ``what`` names the changed fields (and ``texts``, ``leases``); None: anything. New words, rights
    and crops are on air at once; files that have to be made anew follow. What only the desk reads
    puts nothing out again; what may take a photo off a page is hard.
    """
    photo, on_air = lock_photo(photo)
    require(actor, Deed.EDIT_PHOTO, photo)
    if what is not None and not what:
        return
    renew = what is None or not (LOOK | WORDS).isdisjoint(what)
    names = [] if photo.killed_at else settle_files(photo, now, renew=renew)
    log(Verb.CHANGE, photo, actor=actor, now=now, what=sorted(what or []), files=names)
    fields = LOOK | WORDS | RIGHTS if what is None else set(what)
    if names or fields - DESK:
        reason, hard = "A photo of the library was changed", bool(names or fields & RIGHTS)
        renew_fronts([photo.pk], now=now, hard=hard)
        republish_all(on_air, actor=actor, now=now, reason=reason, hard=hard)
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
        raise WrongState(
            _("“%(unknown)s” of a photo is not changed like this.") % {"unknown": min(unknown)}
        )
    if photo.killed_at:
        raise WrongState(_("This photo was killed; it cannot be changed any more."))
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


def _on_air(where: Q) -> Iterator[PublishedStory]:
    return PublishedStory.objects.filter(where, pub_status=PubStatus.USABLE).distinct().iterator()


def _still(has: Callable[[Content], bool]) -> Iterator[PublishedStory]:
    """What readers see of stories whose working copy is another by now; few at any time."""
    changed = Q(story__workflow_status=WorkflowStatus.LIVE_CHANGED, pub_status=PubStatus.USABLE)
    rows = PublishedStory.objects.filter(changed).select_related("version")
    return (row for row in rows.iterator() if has(row.version.content))


def _credited(content: Content) -> set[int]:
    return {row["contributor_id"] for row in content["bylines"]}


def _once(rows: list[PublishedStory]) -> list[PublishedStory]:
    return list({row.pk: row for row in rows}.values())
