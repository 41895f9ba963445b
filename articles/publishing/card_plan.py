"""What a share card shows: words in the language of its service, on the lead photo if it may."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, override

from articles.imaging.cards.drawing import Words
from articles.imaging.cards.setting import can_set
from articles.imaging.library import words_of
from articles.imaging.words import PublicWords
from articles.models import LanguageService, Photo, PublishedStory
from articles.publishing.rights import licence_url
from articles.vocabularies import CropName, Direction, Licence, RightsBasis

# Raise it when cards are to look different: what is published again gets a new one.
DESIGN = 1
NO_DERIVATIVES = (Licence.BY_ND, Licence.BY_NC_ND)


@dataclass(frozen=True)
class CardPlan:
    """``ground`` names a public file of ``photo``; ``xmp`` is what the card says of it.

    At ``renew_at`` something that it says is over.
    """

    words: Words
    ground: str
    photo: Photo | None
    xmp: PublicWords
    renew_at: datetime | None

    @property
    def basis(self) -> str:
        made_from = [DESIGN, asdict(self.words), self.ground, asdict(self.xmp)]
        told = json.dumps(made_from, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def plan_for(row: PublishedStory, now: datetime) -> CardPlan:
    """Of a row on air, or one that was never stored."""
    service = row.service
    is_breaking = row.breaking_until is not None and row.breaking_until > now
    ground, photo = _ground(row.document["lead"])
    with override(service.language):
        words = Words(
            brand=service.brand,
            kicker=gettext("Breaking News") if is_breaking else _kicker(row),
            headline=row.headline,
            language=service.language,
            is_rtl=service.direction == Direction.RTL,
            is_breaking=is_breaking,
            credit=_credit(photo),
        )
    return CardPlan(
        words,
        ground,
        photo,
        _xmp(photo, row.headline, service),
        row.breaking_until if is_breaking else None,
    )


def _kicker(row: PublishedStory) -> str:
    return row.kicker or (row.section.name if row.section else "")


def _ground(lead: dict[str, Any] | None) -> tuple[str, Photo | None]:
    """The share crop, if readers see the photo and it may be written on."""
    _width, _height, name = (lead or {}).get("shapes", {}).get(CropName.SHARE.value, (0, 0, ""))
    if not lead or not name:
        return "", None
    photo = Photo.objects.prefetch_related("texts").filter(pk=lead["photo"]).first()
    return (name, photo) if photo and _may_be_written_on(photo) else ("", None)


def _may_be_written_on(photo: Photo) -> bool:
    """Not where its licence allows no changes, nor with people at risk."""
    is_cc = photo.rights_basis == RightsBasis.CREATIVE_COMMONS
    return not (photo.people_at_risk or (is_cc and photo.licence in NO_DERIVATIVES))


def _credit(photo: Photo | None) -> str:
    if photo is None or not photo.credit:
        return ""
    return gettext("Photo: %(credit)s") % {"credit": photo.credit}


def _xmp(photo: Photo | None, headline: str, service: LanguageService) -> PublicWords:
    """The card's own words are its alt text; who made the photo, and on which terms, stays."""
    made = words_of(photo, licence_url(photo)) if photo else PublicWords()
    return replace(made, alt_texts={service.language: headline})


def can_be_set(row: PublishedStory) -> bool:
    """Whether this machine has all letters of what the card of ``row`` says."""
    words = f"{row.headline}{row.kicker}{row.service.brand}"
    return bool(row.headline) and can_set(words, row.service.language)
