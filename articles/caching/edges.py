"""The edges that ``EDGE`` names: each reads the ledger on from its own position.

What an edge refuses is told again until it accepts; nothing is lost by a crash, a restart or an
edge that is away.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Set
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from articles.caching.backends.edge import Edge, PurgeRefused
from articles.caching.backends.http_edge import HttpEdge
from articles.caching.backends.varnish import Varnish
from articles.models.edge import EdgePosition
from articles.models.ledger import CacheLedger

logger = logging.getLogger(__name__)
# An edge keeps nothing longer (caching/surrogate.py), so that a new one need not hear of more.
LONGEST_KEPT = timedelta(days=1)
REPEAT_AFTER = timedelta(seconds=1)
MOST_AT_ONCE = 5_000  # entries that are read and told together, after a long absence
LONGEST_WAIT, LONGEST_WAIT_HARD = 30.0, 4.0  # seconds between two tries


def configured() -> dict[str, Edge]:
    """The edges by name, as the setting spells them: ``varnish http://127.0.0.1:6081``."""
    return {name: _edge(*name.split(" ", 1)) for name in settings.EDGE}


def tell(edge: Edge, news: Iterable[CacheLedger]) -> set[int]:
    """The ids of those entries that ``edge`` heard; after a refusal it is asked no more for now."""
    heard: set[int] = set()
    with suppress(PurgeRefused):
        for entry in news:
            _purge(edge, [entry])
            heard.add(entry.id)
    return heard


def deliver(name: str, edge: Edge, *, now: datetime, heard: Set[int] = frozenset()) -> bool:
    """Tell ``edge`` all that it has not accepted yet; whether it now has everything.

    ``heard``: entries that it was told of already, and that need only be written down.
    Two processes may tell it the same at once: that costs a request, and nothing else.
    """
    row = row_of(name, now=now)
    while entries := _after(row.position):
        if not _told(row, edge, [one for one in entries if one.id not in heard], now):
            return False
        row.position = entries[-1].id
        # Never backwards, if somebody else got further meanwhile.
        ahead = EdgePosition.objects.filter(pk=row.pk, position__lt=row.position)
        ahead.update(position=row.position)
    return True


def deliver_due(*, now: datetime) -> int:
    """The net below the messenger: what is due to be told, and what to be told again."""
    done = 0
    for name, edge in configured().items():
        row = row_of(name, now=now)
        due = due_at(row)
        if due is None or now >= due:
            was = row.position
            deliver(name, edge, now=now)
            row.refresh_from_db()
            done += row.position > was
            _repeat(row, edge, now)
    return done


def due_at(row: EdgePosition) -> datetime | None:
    """After each refusal twice as late; where the law waits, never more than a few seconds.

    None: at any time.
    """
    if not row.failures or row.last_try_at is None:
        return None
    is_hard = CacheLedger.objects.filter(id__gt=row.position, is_hard=True).exists()
    longest = LONGEST_WAIT_HARD if is_hard else LONGEST_WAIT
    return row.last_try_at + timedelta(seconds=min(2 ** min(row.failures, 10) / 4, longest))


def row_of(name: str, *, now: datetime) -> EdgePosition:
    """A new edge may hold pages as old as any edge keeps them: it is told of a whole day."""
    known = EdgePosition.objects.filter(name=name).first()
    if known:
        return known
    older = CacheLedger.objects.filter(happened_at__lt=now - LONGEST_KEPT).order_by("-id").first()
    start = older.id if older else 0
    made, _is_new = EdgePosition.objects.get_or_create(
        name=name, defaults={"position": start, "repeated": start}
    )
    return made


def _edge(kind: str, url: str) -> Edge:
    return Varnish(url) if kind == "varnish" else HttpEdge(url, settings.EDGE_TOKEN)


def _told(row: EdgePosition, edge: Edge, entries: list[CacheLedger], now: datetime) -> bool:
    fields = {"failures": 0, "last_error": "", "last_try_at": now, "accepted_at": now}
    refusal = ""
    try:
        _purge(edge, entries)
    except PurgeRefused as error:
        refusal = str(error)[:300]
        logger.warning("%s refused a purge: %s", row.name, refusal)
        fields = {"failures": row.failures + 1, "last_error": refusal, "last_try_at": now}
    EdgePosition.objects.filter(pk=row.pk).update(**fields)
    return not refusal


def _purge(edge: Edge, entries: list[CacheLedger]) -> None:
    """Hard ones first; a tag that is named both ways is purged the hard way alone."""
    hard = {tag for entry in entries if entry.is_hard for tag in entry.tags}
    soft = {tag for entry in entries for tag in entry.tags} - hard
    position = max((entry.id for entry in entries), default=0)
    for tags, is_hard in ((hard, True), (soft, False)):
        if tags:
            edge.purge(tags, hard=is_hard, position=position)


def _repeat(row: EdgePosition, edge: Edge, now: datetime) -> None:
    """A page made before a change may reach an edge after the purge: it is purged once more."""
    if row.failures or row.repeated >= row.position or row.accepted_at is None:
        return
    if now < row.accepted_at + REPEAT_AFTER:
        return
    entries = _after(row.repeated, row.position)
    if not entries or _told(row, edge, entries, now):
        head = entries[-1].id if entries else row.position
        EdgePosition.objects.filter(pk=row.pk).update(repeated=head)


def _after(position: int, head: int | None = None) -> list[CacheLedger]:
    """The next entries in order, up to ``head``."""
    entries = CacheLedger.objects.filter(id__gt=position).order_by("id")
    return list((entries if head is None else entries.filter(id__lte=head))[:MOST_AT_ONCE])


def behind(row: EdgePosition) -> int:
    """How many entries of the ledger the edge has not accepted."""
    return CacheLedger.objects.filter(id__gt=row.position).count()


def head() -> int:
    """Where an edge stands that has accepted everything."""
    return CacheLedger.objects.aggregate(newest=Max("id"))["newest"] or 0
