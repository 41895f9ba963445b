"""From what editors arranged to what readers' pages need of it: the published front's document.

Headlines, labels and own pictures are read from the stories at each look: a correction is on the
front with the story, and what was killed or taken down is not there. What is kept here is the
editors' alone: order, sizes, other headlines and pictures, pins and links.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from articles.models import LanguageService, Photo, PublishedStory
from articles.publishing.front_slots import NONE, Slot, photos_in, stories_in
from articles.publishing.photo_document import cards_of, describe_photo
from articles.publishing.rights import rights_change
from articles.vocabularies import PubStatus

Document = dict[str, Any]
# How many cards of a front the page of all services has to know: the first that may be read leads.
LEADS = 5


@dataclass(frozen=True)
class FrontPage:
    """``photos``: those chosen for cards, each with when rights change what is seen of it."""

    document: Document
    leads: list[list[Any]]
    photos: Mapping[int, datetime | None]
    stories: Sequence[int]


def build_front(slots: Sequence[Slot], service: LanguageService, *, at: datetime) -> FrontPage:
    """Only what is on air in ``service``, and is not over: the rest leaves no gap and no trace."""
    shown = list(on_air_only(slots, service, at))
    photos = _photos(shown)
    cards = [_card(slot, photos, service, at) for slot in shown]
    return FrontPage(
        document={"cards": cards},
        leads=[[slot.story, slot.until] for slot in shown[:LEADS]],
        photos={photo.pk: rights_change(photo, service, at) for photo in photos.values()},
        stories=list(dict.fromkeys(n for slot in shown for n in (slot.story, *slot.also))),
    )


def on_air_only(slots: Iterable[Slot], service: LanguageService, at: datetime) -> Iterable[Slot]:
    slots = [slot for slot in slots if not slot.is_over(at)]
    rows = PublishedStory.objects.filter(
        pk__in=stories_in(slots), service=service, pub_status=PubStatus.USABLE
    )
    known = set(rows.values_list("pk", flat=True))
    return (
        replace(slot, also=tuple(one for one in slot.also if one in known))
        for slot in slots
        if slot.story in known
    )


def _photos(slots: Sequence[Slot]) -> dict[int, Photo]:
    rows = Photo.objects.prefetch_related("texts", "renditions", "leases")
    return rows.filter(killed_at=None).in_bulk(photos_in(slots))


def _card(
    slot: Slot, photos: Mapping[int, Photo], service: LanguageService, at: datetime
) -> Document:
    photo = photos.get(slot.photo_id or 0)
    described = None
    if photo is not None:
        described = describe_photo(photo, service, at) | {"cards": cards_of(photo)}
    return {
        "story": slot.story,
        "size": slot.size,
        "headline": slot.headline,
        "photo": described,
        "bare": slot.picture == NONE,
        "crop": slot.crop,
        "until": slot.until,
        "also": list(slot.also),
    }
