"""What a front is arranged of: slots, as forms give them and as drafts and versions keep them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.publishing.refusals import WrongState
from articles.text.sanitise import clean_line
from articles.vocabularies import CardSize, CropName

Content = list[dict[str, Any]]

MOST_SLOTS, MOST_LINKS, LONGEST_HEADLINE = 24, 4, 250
LONGEST_NUMBER = 18  # what a database takes for a row's number
# The picture of a card: the story's own, none, or a photo's number.
OWN, NONE = "own", "none"
CROPS = ("", CropName.CLASSIC.value, CropName.WIDE.value, CropName.SQUARE.value)


@dataclass(frozen=True)
class Slot:
    """``until`` (ISO, UTC): pinned until then; ``also``: stories linked under the card.

    Without ``headline`` the card says the story's own, whatever that is corrected to.
    """

    story: int
    size: str = CardSize.STANDARD
    headline: str = ""
    picture: str = OWN
    crop: str = ""
    until: str | None = None
    also: tuple[int, ...] = ()

    @property
    def photo_id(self) -> int | None:
        return None if self.picture in (OWN, NONE) else int(self.picture)

    @property
    def ends_at(self) -> datetime | None:
        return datetime.fromisoformat(self.until) if self.until else None

    def is_over(self, now: datetime) -> bool:
        return self.ends_at is not None and self.ends_at <= now


def slots_of(content: Content) -> list[Slot]:
    return [Slot(**row | {"also": tuple(row["also"])}) for row in content]


def content_of(slots: Iterable[Slot]) -> Content:
    return [asdict(slot) | {"also": list(slot.also)} for slot in slots]


def cleaned(slots: Sequence[Slot]) -> list[Slot]:
    """What may be kept of ``slots``. Raises WrongState with a sentence for what makes no sense."""
    if len(slots) > MOST_SLOTS:
        raise WrongState(_("A front has at most %(most)s cards.") % {"most": MOST_SLOTS})
    made = [_cleaned(slot) for slot in slots]
    numbers = [slot.story for slot in made]
    if len(set(numbers)) != len(numbers):
        raise WrongState(_("A story can stand on a front only once."))
    return made


def _cleaned(slot: Slot) -> Slot:
    headline = clean_line(slot.headline)
    if len(headline) > LONGEST_HEADLINE:
        most = {"most": LONGEST_HEADLINE}
        raise WrongState(_("A headline has at most %(most)s characters.") % most)
    if slot.size not in CardSize.values or slot.crop not in CROPS:
        raise WrongState(_("That is no size or cut of a card."))
    if slot.picture not in (OWN, NONE) and not _is_number(slot.picture):
        raise WrongState(_("That is no picture."))
    also = tuple(dict.fromkeys(one for one in slot.also if one != slot.story))
    if len(also) > MOST_LINKS:
        most = {"most": MOST_LINKS}
        raise WrongState(_("At most %(most)s links stand under a card.") % most)
    return replace(slot, headline=headline, also=also)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER


def stories_in(slots: Iterable[Slot]) -> set[int]:
    return {number for slot in slots for number in (slot.story, *slot.also)}


def photos_in(slots: Iterable[Slot]) -> set[int]:
    return {slot.photo_id for slot in slots if slot.photo_id is not None}
