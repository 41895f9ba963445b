"""Which stories a list holds, and under whose name: the choices before a page is built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import BigIntegerField
from django.http import HttpRequest
from django.utils.dateparse import parse_datetime

from articles.models.prepared import Prepared, in_steps
from articles.models.published import LEADING_FOR, PublishedStory
from articles.models.published_front import PublishedFront
from articles.pages.addresses import Key, after
from articles.pages.card import is_breaking
from articles.pages.choosing import readable
from articles.pages.fronts import PAGE_SIZE, leading_of
from articles.pages.placing import ends_of_leads, leading_ids
from articles.pages.reader import Reader


def page_key(request: HttpRequest) -> Key | None:
    """The declared parameter ``before=<iso time>_<id>``; nonsense is as good as absent."""
    return cursor(request.GET.get("before", ""))


def cursor(said: str) -> Key | None:
    moment, _under, number = said.partition("_")
    try:
        when, story_id = parse_datetime(moment), int(number)
        if when is None or when.tzinfo is None or story_id > BigIntegerField.MAX_BIGINT:
            return None
        return when.astimezone(UTC), max(story_id, 0)
    except (ValueError, OverflowError):
        return None


def normal_cursor(said: str) -> str:
    """As the pages' own links write it; empty for nonsense."""
    return after(cursor(said)).get("before", "")


_FRONTS = Prepared(lambda: PublishedFront.objects.filter(section=None).defer("document"))
_LEADERS = Prepared(
    lambda now, since, *also: PublishedStory.objects.leader_of_each_service(now, since, also)
)


@dataclass(frozen=True)
class Leaders:
    """``renew_at``: when the first pin is over of what editors placed."""

    rows: list[PublishedStory]
    renew_at: datetime | None


def leaders(reader: Reader) -> Leaders:
    """Each service's leading story: what its editors placed first, else what its front leads with.

    What broke since they did goes before it. Beside one that is withheld stands its front's.
    """
    fronts = _FRONTS()
    ids = {front.service_id: leading_ids(front, reader.now) for front in fronts}
    wanted = {pk for chosen in ids.values() for pk in chosen}
    by_default = _LEADERS(reader.now, reader.now - LEADING_FOR, *in_steps(wanted))
    by_service: dict[int, dict[int, PublishedStory]] = {}
    for row in by_default:
        by_service.setdefault(row.service_id, {})[row.pk] = row
    renewed = {front.service_id: front.renewed_at for front in fronts}
    rows = (
        _leader(found, ids.get(service_id, []), renewed.get(service_id), reader)
        for service_id, found in by_service.items()
    )
    ends = (end for front in fronts for end in ends_of_leads(front, reader.now))
    return Leaders([row for row in rows if row], min(ends, default=None))


def _leader(
    found: dict[int, PublishedStory],
    chosen: list[int],
    renewed_at: datetime | None,
    reader: Reader,
) -> PublishedStory | None:
    """``found`` of one service: those that editors placed first, and who leads by default."""
    shown = [row for row in found.values() if reader.may_read(row)]
    since = [row for row in shown if is_breaking(row, reader)
             and (renewed_at is None or row.published_at > renewed_at)]  # fmt: skip
    if since:
        return max(since, key=lambda row: row.published_at)
    by_default = [row for row in shown if row.pk not in chosen]
    placed = (found[pk] for pk in chosen if pk in found and found[pk] in shown)
    if lead := next(placed, None) or next(iter(by_default), None):
        return lead
    service_id = next(iter(found.values())).service_id
    others = PublishedStory.objects.cards().filter(service_id=service_id)
    rows = readable(others, reader)[:PAGE_SIZE]
    return leading_of(rows, reader) if rows else None
