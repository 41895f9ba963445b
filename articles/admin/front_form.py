"""A front as its form sends it: one field of each name for every slot, in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.admin.notice_when import FIRST, in_utc
from articles.admin.photo_picker import numbers
from articles.admin.story_access import number_in
from articles.publishing.front_slots import Slot
from articles.publishing.refusals import WrongState

FIELDS = ("story", "size", "headline", "picture", "crop", "until", "also")
YEARS = range(2000, 2100)


def slots_sent(data: QueryDict, zone: str) -> list[Slot]:
    """Raises WrongState with a sentence where what came is no front."""
    columns = [data.getlist(field) for field in FIELDS]
    if len({len(column) for column in columns}) > 1:
        raise WrongState(_("The page was sent in pieces; nothing was changed. Load it anew."))
    slots = [_slot(row, zone) for row in zip(*columns, strict=True)]
    return _without_scripts(slots, data)


def _slot(row: Sequence[str], zone: str) -> Slot:
    story, size, headline, picture, crop, until, also = row
    number = number_in(story)
    if not number:
        raise WrongState(_("That is no story."))
    return Slot(number, size, headline, picture, crop, _moment(until, zone), tuple(numbers(also)))


def _moment(typed: str, zone: str) -> str | None:
    """Typed as the clock of the service shows it. Of an hour that comes twice, the first."""
    if not typed:
        return None
    try:
        local = datetime.fromisoformat(typed)
        if local.tzinfo is not None or local.year not in YEARS:
            raise ValueError
        return in_utc(local, zone, FIRST).astimezone(UTC).isoformat()
    except ValidationError as error:
        raise WrongState(" ".join(error.messages)) from error
    except ValueError as error:
        raise WrongState(_("“Pinned until” must be a date and a time.")) from error


def _without_scripts(slots: list[Slot], data: QueryDict) -> list[Slot]:
    """What the page's buttons ask for where no script runs: ``up``, ``down``, ``drop``, ``add``."""
    slots = slots.copy()
    for name, step in (("up", -1), ("down", 1)):
        at = number_in(data.get(name, "")) - 1
        if 0 <= at < len(slots) and 0 <= at + step < len(slots):
            slots[at], slots[at + step] = slots[at + step], slots[at]
    dropped = number_in(data.get("drop", "")) - 1
    if 0 <= dropped < len(slots):
        slots.pop(dropped)
    if (added := number_in(data.get("add", ""))) and all(one.story != added for one in slots):
        slots.append(Slot(added))
    return [replace(slot, headline=slot.headline.strip()) for slot in slots]
