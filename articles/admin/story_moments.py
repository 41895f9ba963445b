"""Moments of saving in words: to the second, in the service's zone, which is named."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from articles.models import Story
from articles.publishing.clock import in_one_piece


def clock_words(moment: datetime, story: Story | None, *, now: datetime) -> str:
    """As "14:02:10 Almaty"; with the date when that is not today's."""
    zone = story.service.time_zone if story and story.service_id else "UTC"
    local, today = (one.astimezone(ZoneInfo(zone)) for one in (moment, now))
    place = zone.rpartition("/")[2].replace("_", " ")
    day = "" if local.date() == today.date() else f"{local:%Y-%m-%d} "
    return in_one_piece(f"{day}{local:%H:%M:%S} {place}")
