"""A front as its page shows it: slots with their stories, versions, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.front_stories import Offer, offer_of
from articles.admin.notice_when import local_time
from articles.models import Front, FrontVersion, LanguageService, Photo, PublishedStory, Story
from articles.publishing.clock import in_zone
from articles.publishing.front_slots import Slot, photos_in, slots_of, stories_in
from articles.publishing.front_stale import leads_on_air, stale_warnings
from articles.templatetags.desk_names import spoken_name
from articles.vocabularies import CardSize, CropName, VersionKind

SIZES = [(value, label) for value, label in CardSize.choices if value != CardSize.LEAD]
CROPS = [
    ("", gettext_lazy("as the size asks")),
    (CropName.CLASSIC.value, "3:2"),
    (CropName.WIDE.value, "16:9"),
    (CropName.SQUARE.value, gettext_lazy("square")),
]
MOST_VERSIONS = 15


@dataclass(frozen=True)
class SlotRow:
    """``offer``: the story; without ``is_on_air`` its card is not seen. Times are local."""

    slot: Slot
    offer: Offer
    is_on_air: bool
    picture: str
    until: str
    links: list[Offer]


# For the script, which fills it.
BLANK = SlotRow(Slot(0), Offer(0, "", "", ""), is_on_air=True, picture="", until="", links=[])


def slot_rows(slots: list[Slot], service: LanguageService) -> list[SlotRow]:
    rows = PublishedStory.objects.cards().select_related("section")
    known = rows.filter(service=service).in_bulk(stories_in(slots))
    offers = {pk: offer_of(row, service) for pk, row in known.items()}
    offers |= _off_air(stories_in(slots) - offers.keys(), service)
    photos = _thumbnails(photos_in(slots))
    return [_row(slot, offers, known, photos, service) for slot in slots if slot.story in offers]


def _row(
    slot: Slot,
    offers: Mapping[int, Offer],
    known: Mapping[int, PublishedStory],
    photos: Mapping[int, str],
    service: LanguageService,
) -> SlotRow:
    zone = service.time_zone
    return SlotRow(
        slot=slot,
        offer=offers[slot.story],
        is_on_air=slot.story in known,
        picture=photos.get(slot.photo_id or 0, ""),
        until=f"{local_time(slot.ends_at, zone):%Y-%m-%dT%H:%M}" if slot.ends_at else "",
        links=[offers[one] for one in slot.also if one in offers],
    )


def _off_air(numbers: set[int], service: LanguageService) -> dict[int, Offer]:
    """Taken down or killed since: at the desk it still has a name."""
    rows = Story.objects.filter(pk__in=numbers, service=service).values_list("pk", "headline")
    return {pk: Offer(pk, headline, _("not on air"), "") for pk, headline in rows}


def _thumbnails(ids: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for photo in Photo.objects.filter(pk__in=ids, killed_at=None).prefetch_related("renditions"):
        jpegs = [one for one in photo.renditions.all() if one.format == "jpeg"]
        if jpegs:
            found[photo.pk] = min(jpegs, key=lambda one: one.width).file.url
    return found


@dataclass(frozen=True)
class VersionRow:
    number: int
    when: str
    who: str
    reason: str
    cards: int
    is_on_air: bool
    was_on_air: bool


def version_rows(front: Front) -> list[VersionRow]:
    if front.pk is None:
        return []
    shown = version_on_air(front)
    return [
        VersionRow(
            row.number, in_zone(row.created_at, front.service.time_zone),
            spoken_name(row.author_name),
            row.reason, len(row.content), bool(shown and row.pk == shown.pk),
            row.kind == VersionKind.PUBLISHED,
        )
        for row in front.versions.all()[:MOST_VERSIONS]
    ]  # fmt: skip


def version_on_air(front: Front) -> FrontVersion | None:
    on_air = getattr(front, "on_air", None) if front.pk else None
    return on_air.version if on_air else None


def standing_of_front(front: Front, now: datetime) -> dict[str, Any]:
    """Where it stands, in words: on air since, a draft that waits, warnings."""
    on_air = getattr(front, "on_air", None) if front.pk else None
    zone = front.service.time_zone
    # Without a row nothing is curated: an empty draft is what readers see.
    shown = on_air.version.content if on_air else []
    warnings = stale_warnings(on_air, leads_on_air([on_air]), now) if on_air else []
    return {
        "is_curated": bool(on_air),
        "since": in_zone(on_air.renewed_at, zone) if on_air else "",
        "is_waiting": front.draft != shown,
        "changed": in_zone(front.changed_at, zone) if front.changed_at else "",
        "warnings": warnings,
        "rows": slot_rows(slots_of(front.draft), front.service),
        "versions": version_rows(front),
    }
