"""Writing and reading the ledger that tells every cache what a committed change touched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max

from articles.caching.counter import counter
from articles.caching.messenger import messenger
from articles.caching.tags import NOTICES
from articles.models.ledger import CacheLedger

# Any number that nothing else locks: "ledger" on a telephone.
_ORDER_LOCK = 533437


def write(tags: Iterable[str], *, now: datetime, hard: bool = False) -> CacheLedger:
    """Note ``tags`` in the verb's own transaction; outside of one, the note could outlive it.

    ``hard``: what readers see now may not be shown to anybody any more, not even while the origin
    is down. A change of the law always is.

    The last thing that a verb does: from here to the commit, ledger writers wait in line.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The ledger is written in the transaction of the verb.")
    _keep_order()
    named = set(tags)
    entry = CacheLedger.objects.create(
        tags=sorted(named), happened_at=now, is_hard=hard or NOTICES in named
    )
    transaction.on_commit(lambda: counter().bump())
    transaction.on_commit(messenger.wake)
    return entry


def _keep_order() -> None:
    """Ids in the order of commits: else a reader at 8 would never see a 7 that commits later.

    SQLite's transactions are IMMEDIATE: they stand in line from their start.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ORDER_LOCK])


def position() -> int:
    """The newest entry's id; 0 for an empty ledger."""
    return CacheLedger.objects.aggregate(newest=Max("id"))["newest"] or 0


def touched_since(seen: int) -> tuple[int, set[str]]:
    """The new position and every tag touched after ``seen``."""
    tags: set[str] = set()
    for entry in CacheLedger.objects.filter(id__gt=seen).order_by("id").iterator():
        tags.update(entry.tags)
        seen = entry.id
    return seen, tags
