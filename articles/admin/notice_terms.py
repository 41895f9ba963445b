"""How the desk writes what a notice holds: times in two zones, terms, languages."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from articles.models import Region
from articles.models.service import is_time_zone
from articles.publishing.clock import in_one_piece


def time_zone(name: str) -> tzinfo:
    """UTC for what is no time zone: old content may hold anything."""
    return ZoneInfo(name) if is_time_zone(name) else UTC


def in_utc(moment: datetime) -> str:
    clock = f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC".replace(":00 UTC", " UTC")
    return in_one_piece(clock)


def in_both(moment: datetime, zone: str) -> str:
    """“2024-02-20 00:00 Europe/Moscow, that is 2024-02-19 21:00 UTC”."""
    local = moment.astimezone(time_zone(zone))
    if local.utcoffset() == UTC.utcoffset(None):
        return in_utc(moment)
    seconds = f":{local:%S}" if local.second else ""
    clock = in_one_piece(f"{local:%Y-%m-%d %H:%M}{seconds}")
    words = {"local": clock, "zone": zone, "utc": in_utc(moment)}
    return _("%(local)s %(zone)s, that is %(utc)s") % words


def as_of(moment: datetime, zone: str) -> str:
    """The moment of a look: nobody asks for its seconds."""
    return in_both(moment.replace(second=0, microsecond=0), zone)


def term(vocabulary: type[TextChoices], value: str) -> str:
    """The label of a term; the value itself where the vocabulary has none."""
    return str(vocabulary(value).label) if value in vocabulary.values else value


def region_names() -> dict[str, str]:
    return dict(Region.objects.values_list("code", "name"))
