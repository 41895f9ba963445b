"""The library's grid: one card per photo, the same few queries however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import User
from django.db.models import Case, Prefetch, QuerySet, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.permissions import staff
from articles.admin.photo_access import told_place
from articles.admin.photo_states import IN_USE, SOON
from articles.models import Photo, Rendition
from articles.publishing.clock import in_one_piece
from articles.publishing.permissions import Deed, may
from articles.vocabularies import CropName, RightsBasis

PAGE = 48
SMALL_FILES = Prefetch(
    "renditions",
    queryset=Rendition.objects.filter(format="jpeg", crop=CropName.FULL, width__lte=960).order_by(
        "width"
    ),
    to_attr="small_files",
)


@dataclass(frozen=True)
class Card:
    """``marks`` are (colour name, words); ``thumbnail`` is empty while files are being made."""

    id: int
    title: str
    url: str
    thumbnail: str
    srcset: str
    caption: str
    credit: str
    rights_basis: str
    place: str
    marks: list[tuple[str, str]] = field(default_factory=list)
    may_edit: bool = False


@dataclass(frozen=True)
class Narrowing:
    """One filter as the page shows it; short ones as buttons in a row, long ones folded up."""

    title: str
    choices: list[dict[str, Any]]

    @property
    def is_short(self) -> bool:
        return self.title in ("state", "use")

    @property
    def chosen(self) -> str:
        return next((str(one["display"]) for one in self.choices if one["selected"]), "")

    @property
    def is_on(self) -> bool:
        return not self.choices[0]["selected"]


class PhotoChangeList(ChangeList):
    def get_queryset(self, *args: object, **kwargs: object) -> QuerySet[Photo]:
        return for_cards(super().get_queryset(*args, **kwargs))  # type: ignore[arg-type]

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.cards = cards(self.result_list, staff(request))
        self.narrowings = [
            Narrowing(str(spec.title), [dict(one) for one in spec.choices(self)])
            for spec in self.filter_specs
        ]


def for_cards(photos: QuerySet[Photo]) -> QuerySet[Photo]:
    in_use = Case(When(IN_USE, then=Value(True)), default=Value(False))
    return photos.annotate(in_use=in_use).prefetch_related(SMALL_FILES, "texts")


def cards(photos: QuerySet[Photo] | list[Photo], user: User) -> list[Card]:
    now = timezone.now()
    return [card_of(photo, user, now) for photo in photos]


def card_of(photo: Photo, user: User, now: datetime) -> Card:
    """Of a photo fetched with ``for_cards``."""
    files: list[Rendition] = photo.small_files  # type: ignore[attr-defined]
    return Card(
        id=photo.pk,
        title=photo.title,
        url=reverse("admin:articles_photo_change", args=[photo.pk]),
        thumbnail=files[0].file.url if files else "",
        srcset=", ".join(f"{row.file.url} {row.width}w" for row in files),
        caption=next((text.caption for text in photo.texts.all() if text.caption), ""),
        credit=photo.credit,
        rights_basis=photo.rights_basis,
        place=told_place(user, photo),
        marks=list(marks(photo, now)),
        may_edit=may(user, Deed.EDIT_PHOTO, photo),
    )


def marks(photo: Photo, now: datetime) -> Iterator[tuple[str, str]]:
    if photo.killed_at:
        yield "alarm", _("killed")
    if not photo.credit:
        yield "alarm", _("no credit")
    if photo.rights_basis == RightsBasis.UNKNOWN:
        yield "waits", _("rights not stated")
    if photo.rights_end_at:
        yield from _rights_end(photo.rights_end_at, now)
    if photo.people_at_risk:
        yield "waits", _("people at risk")
    if photo.renditions_error:
        yield "alarm", _("files could not be made")
    if getattr(photo, "in_use", False):
        yield "calm", _("in use")


def _rights_end(end: datetime, now: datetime) -> Iterator[tuple[str, str]]:
    if end <= now:
        yield "alarm", _("rights over")
    elif end <= now + SOON:
        yield "waits", _("rights until %(day)s") % {"day": in_one_piece(f"{end:%Y-%m-%d}")}


def cards_of(photos: QuerySet[Photo], ids: list[int], user: User) -> dict[int, Card]:
    """Cards by number, in the order of ``ids``; what is not among ``photos`` is left out."""
    found = for_cards(photos).in_bulk(ids)
    now = timezone.now()
    return {one: card_of(found[one], user, now) for one in ids if one in found}
