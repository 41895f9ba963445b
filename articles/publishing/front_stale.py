"""When a curated front has grown old: sentences for the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from articles.models import PublishedFront, PublishedStory

# A lead that old is no news on any front.
OLD_LEAD = timedelta(hours=24)
# A section moves that much slower than the front.
SECTION_PATIENCE = 7


def stale_warnings(
    front: PublishedFront, stories: Mapping[int, PublishedStory], now: datetime
) -> list[str]:
    """``stories``: those on air that the front names. None for services that want no warning."""
    hours = front.service.front_hours
    return list(_warnings(front, stories, now, hours)) if hours else []


def _warnings(
    front: PublishedFront, stories: Mapping[int, PublishedStory], now: datetime, hours: int
) -> Iterator[str]:
    patience = SECTION_PATIENCE if front.section_id else 1
    age = now - front.renewed_at
    if age > timedelta(hours=hours) * patience:
        yield _("Not renewed for %(hours)s hours.") % {"hours": int(age.total_seconds() // 3600)}
    lead = next((stories[pk] for pk, until in front.leads
                 if pk in stories and not _is_over(until, now)), None)  # fmt: skip
    if lead is None:
        yield _("Nothing that leads it is on air any more.")
    elif now - lead.revised_at > OLD_LEAD * patience:
        old = int((now - lead.revised_at).total_seconds() // 3600)
        yield _("Its lead is %(hours)s hours old.") % {"hours": old}


def _is_over(until: str | None, now: datetime) -> bool:
    return bool(until) and datetime.fromisoformat(str(until)) <= now


def leads_on_air(fronts: list[PublishedFront]) -> dict[int, PublishedStory]:
    """One query for all of them."""
    wanted = {pk for front in fronts for pk, _until in front.leads}
    return PublishedStory.objects.cards().in_bulk(wanted)
