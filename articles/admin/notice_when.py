"""When a notice is in force: typed as the clock shows it where its law holds, kept in UTC.

Where clocks are turned back an hour comes twice, and where they are turned forward one never
comes: neither is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models.service import is_time_zone, time_zones
from articles.publishing.notice_phrases import city, clock, zone_of

FIRST, SECOND = "first", "second"
CONTINENTS = ("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/",
              "Europe/", "Indian/", "Pacific/")  # fmt: skip


def zone_choices(current: str) -> list[tuple[str, str]]:
    """Places by their usual names; ``current`` also when it has an old or odd one."""
    names = {name for name in time_zones() if name.startswith(CONTINENTS)} | {"UTC"}
    if is_time_zone(current):
        names.add(current)
    return [(name, name.replace("_", " ")) for name in sorted(names, key=lambda n: (n != "UTC", n))]


def readings(local: datetime, zone: ZoneInfo) -> list[datetime]:
    """The moments at which clocks in ``zone`` show ``local``: one, two, or none."""
    found = [local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    real = [one for one in found if one.astimezone(zone).replace(tzinfo=None) == local]
    return list(dict.fromkeys(real))


def in_utc(local: datetime, zone_name: str, which: str) -> datetime:
    """The moment that was typed; refused with both readings where there is not exactly one."""
    zone = ZoneInfo(zone_name)
    found = readings(local, zone)
    if not found:
        raise ValidationError(_never(local, zone), code="never")
    if len(found) == 1:
        return found[0]
    if which not in (FIRST, SECOND):
        raise ValidationError(_twice(local, zone, found), code="twice")
    return found[which == SECOND]


def pass_of(moment: datetime, zone_name: str) -> str:
    """Which of two equal readings ``moment`` is; empty when there is only one."""
    zone = ZoneInfo(zone_name)
    local = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    found = readings(local, zone)
    return (FIRST, SECOND)[found.index(moment)] if len(found) == 2 else ""


def local_time(moment: datetime, zone_name: str) -> datetime:
    return moment.astimezone(zone_of(zone_name)).replace(tzinfo=None, fold=0)


def _never(local: datetime, zone: ZoneInfo) -> str:
    both = [local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0)]
    earlier, later = (one.astimezone(zone) for one in both)
    return _(
        "%(time)s does not exist on %(date)s in %(city)s: the clocks are turned forward. "
        "Type %(earlier)s or %(later)s."
    ) % (_words(local, zone) | {"earlier": f"{earlier:%H:%M}", "later": f"{later:%H:%M}"})


def _twice(local: datetime, zone: ZoneInfo, found: list[datetime]) -> str:
    first, second = found
    return _(
        "%(time)s comes twice on %(date)s in %(city)s, at %(first)s and at %(second)s UTC: "
        "the clocks are turned back. Choose which is meant."
    ) % (_words(local, zone) | {"first": f"{first:%H:%M}", "second": f"{second:%H:%M}"})


def _words(local: datetime, zone: ZoneInfo) -> dict[str, str]:
    return {
        "time": f"{local:%H:%M}",
        "date": f"{local.day} {local:%B %Y}",
        "city": city(zone.key),
    }


@dataclass(frozen=True)
class Told:
    """One moment as the page shows it: legal time, UTC; a script adds the reader's own."""

    label: str
    moment: datetime
    zone_name: str

    @property
    def legal(self) -> str:
        return clock(local_time(self.moment, self.zone_name))

    @property
    def city(self) -> str:
        return city(self.zone_name)

    @property
    def utc(self) -> str:
        return clock(self.moment.astimezone(UTC))

    @property
    def iso(self) -> str:
        return self.moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def distance(until: timedelta) -> str:
    """“2 days”, “5 hours”, “12 minutes”: what a list says of a start to come."""
    minutes = max(1, int(until.total_seconds() // 60))
    if minutes >= 48 * 60:
        return _("%(count)s days") % {"count": minutes // (24 * 60)}
    if minutes >= 120:
        return _("%(count)s hours") % {"count": minutes // 60}
    return _("%(count)s minutes") % {"count": minutes}
