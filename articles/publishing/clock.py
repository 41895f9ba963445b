"""Moments in words for the desk: never without their zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language_bidi

from articles.text.direction import left_to_right


def in_zone(moment: datetime, zone: str) -> str:
    """As "2026-02-01 17:00 Almaty (12:00 UTC)", ``zone`` being an IANA name."""
    return in_one_piece(bare_in_zone(moment, zone))


def in_one_piece(clock: str) -> str:
    """Digits and Latin letters would be scrambled within a sentence from right to left.

    By characters, not by markup: it also stands in options and in translated sentences. Plain
    where the language of whoever reads runs as they do, and so in whatever is stored.
    """
    return left_to_right(clock) if get_language_bidi() else clock


def bare_in_zone(moment: datetime, zone: str) -> str:
    """For where the markup says that it runs from left to right."""
    local = moment.astimezone(ZoneInfo(zone))
    place = zone.rpartition("/")[2].replace("_", " ")
    utc = moment.astimezone(ZoneInfo("UTC"))
    day = "" if utc.date() == local.date() else f"{utc:%Y-%m-%d} "
    return f"{local:%Y-%m-%d %H:%M} {place} ({day}{utc:%H:%M} UTC)"
