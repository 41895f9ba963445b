"""Moments in words for the desk: never without their zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo


def in_zone(moment: datetime, zone: str) -> str:
    """As "2026-02-01 17:00 Almaty (12:00 UTC)", ``zone`` being an IANA name."""
    local = moment.astimezone(ZoneInfo(zone))
    place = zone.rpartition("/")[2].replace("_", " ")
    utc = moment.astimezone(ZoneInfo("UTC"))
    day = "" if utc.date() == local.date() else f"{utc:%Y-%m-%d} "
    return f"{local:%Y-%m-%d %H:%M} {place} ({day}{utc:%H:%M} UTC)"
