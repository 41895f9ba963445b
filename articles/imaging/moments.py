"""Dates as cameras and picture desks write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

# From the first photograph to where a change of zone still stays within the calendar.
YEARS = range(1826, 9999)
DATE = re.compile(
    r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)


def moment(text: str) -> datetime | None:
    """Of EXIF, IIM and XMP alike; without an hour midnight, without a zone UTC."""
    found = DATE.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    zone = (found.group(7) or "Z").replace(":", "")
    try:
        offset = datetime.strptime(zone, "%z").tzinfo or UTC
        at = datetime(year, month, day, hour, minute, second, tzinfo=offset)
    except ValueError:
        return None
    return at if year in YEARS else None
