"""Writing and reading the ledger that tells every cache what a committed change touched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from articles.models.ledger import CacheLedger


def write(tags: Iterable[str], *, now: datetime) -> CacheLedger:
    """Note ``tags`` in the verb's own transaction; outside of one, the note could outlive it."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The ledger is written in the transaction of the verb.")
    return CacheLedger.objects.create(tags=sorted(set(tags)), happened_at=now)


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
