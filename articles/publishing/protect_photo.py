"""Protect people: areas of a photo become unrecognisable in every public file, before pages go on.

The place of people at risk is in no output at all; no public file or document ever has a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.caching import ledger
from articles.imaging.files import RenderedFile
from articles.imaging.library import replace_renditions
from articles.imaging.refused import RefusedImage
from articles.models import Photo
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_photo
from articles.publishing.permissions import Deed, may, require
from articles.publishing.photo_cards import drop_cards_with
from articles.publishing.photo_fields import boxes, is_covered
from articles.publishing.photo_files import drop_files, made_quickly, original_of, withdraw_files
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.publishing.renew_fronts import renew_fronts
from articles.publishing.republish import republish_all
from articles.publishing.rights import may_show_anywhere
from articles.vocabularies import Verb

REASON = "The protection of people in a photo was changed"


def protect(
    photo: Photo,
    *,
    people_at_risk: bool,
    blurred_areas: Sequence[Sequence[float]],
    actor: Actor,
    now: datetime,
) -> None:
    """From the commit on no public file shows what is in ``blurred_areas`` (fractions: left, top,
    width, height); the old files are removed.

    What is added holds for other entries with the very same file as well, as far as the actor may
    change them; what is lifted is lifted here alone.

    Raises NotAllowed; WrongState for areas out of the picture, a killed photo, a lost original, or
    where somebody else changed the photo meanwhile.
    """
    areas = boxes(blurred_areas)
    _protect(photo, people_at_risk, areas, actor, now)
    for copy in _copies(photo, actor):
        bare = [area for area in areas if not is_covered(area, copy.blurred_areas)]
        at_risk = people_at_risk or copy.people_at_risk
        _protect(copy, at_risk, boxes([*copy.blurred_areas, *bare]), actor, now)


def _copies(photo: Photo, actor: Actor) -> list[Photo]:
    sha256 = Photo.objects.values_list("sha256", flat=True).get(pk=photo.pk)
    same_file = Photo.objects.filter(sha256=sha256, killed_at=None).exclude(pk=photo.pk)
    return [copy for copy in same_file if sha256 and may(actor, Deed.EDIT_PHOTO, copy)]


def _protect(
    photo: Photo, people_at_risk: bool, areas: list[list[float]], actor: Actor, now: datetime
) -> None:
    seen = Photo.objects.prefetch_related("texts", "leases").get(pk=photo.pk)
    _require(seen, people_at_risk, areas, actor)
    if seen.people_at_risk == people_at_risk and seen.blurred_areas == areas:
        return
    files = _files(seen, areas, now)
    with transaction.atomic(), ledger.at_the_end():
        photo, on_air = lock_photo(seen)
        if _state(photo) != _state(seen):
            raise WrongState(_("Somebody else changed this photo just now; look at it again."))
        photo.people_at_risk = people_at_risk
        names = [*_swap(photo, areas, files, now), *drop_cards_with(photo, now=now)]
        log(
            Verb.PROTECT, photo, actor=actor, now=now,
            people_at_risk=people_at_risk, areas=len(areas), files=names,
        )  # fmt: skip
        if seen.blurred_areas != areas:
            renew_fronts([photo.pk], now=now, hard=True)
        # With people at risk it is on no share card, and nobody's portrait.
        republish_all(on_air, actor=actor, now=now, reason=REASON, hard=True)
        withdraw_files(names, now=now)


def _require(seen: Photo, people_at_risk: bool, areas: list[list[float]], actor: Actor) -> None:
    require(actor, Deed.EDIT_PHOTO, seen)
    if seen.killed_at:
        raise WrongState(_("This photo was killed: nobody sees it."))
    less = seen.people_at_risk and not people_at_risk
    if less or not all(is_covered(area, areas) for area in seen.blurred_areas):
        require(actor, Deed.UNBLUR_PHOTO, seen)


def _files(seen: Photo, areas: list[list[float]], now: datetime) -> list[RenderedFile]:
    """Pixels before the transaction; none where the areas stay, or where nobody sees the photo."""
    if seen.blurred_areas == areas or not may_show_anywhere(seen, now):
        return []
    changed = Photo.objects.prefetch_related("texts").get(pk=seen.pk)
    changed.blurred_areas = areas
    try:
        return made_quickly(changed, original_of(seen))
    except (OSError, RefusedImage) as error:
        raise WrongState(_("The original file cannot be read: nothing was changed.")) from error


def _state(photo: Photo) -> tuple[object, ...]:
    """What the files were made from."""
    return (
        photo.people_at_risk, photo.blurred_areas, photo.crops, photo.focal_x, photo.focal_y,
        photo.credit, photo.creator, photo.killed_at,
    )  # fmt: skip


def _swap(
    photo: Photo, areas: list[list[float]], files: list[RenderedFile], now: datetime
) -> list[str]:
    """The names of files that nobody may see any more.

    Where none are made, as rights are over, the old ones go, and a worker who makes more of them
    just now throws them away: new ones are due once the photo may be seen again.
    """
    is_new, photo.blurred_areas = photo.blurred_areas != areas, areas
    names: list[str] = []
    if is_new:
        names = replace_renditions(photo, files) if files else drop_files(photo)
        photo.renditions_due_at, photo.renditions_error = now if files else None, ""
    photo.save()
    return names
