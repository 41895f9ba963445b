"""Writing and reading the ledger that tells every cache what a committed change touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import partial

from django.db import connection, transaction
from django.db.models import Max

from articles.caching.counter import counter
from articles.caching.messenger import messenger
from articles.caching.tags import NOTICES
from articles.models.ledger import CacheLedger
from articles.models.prepared import Prepared

# Any number that nothing else locks: "ledger" on a telephone.
_ORDER_LOCK = 533437
# A process that slept through more than that forgets all it keeps.
MOST_AT_ONCE = 5_000
_gathered: ContextVar[list[CacheLedger] | None] = ContextVar("gathered", default=None)
# Asked twenty times a second by every process, beside readers of kept pages.
_FROM_ON = Prepared(
    lambda seen: (
        CacheLedger.objects.filter(id__gte=seen).order_by("id").only("tags")[: MOST_AT_ONCE + 1]
    )
)


def write(tags: Iterable[str], *, now: datetime, hard: bool = False) -> CacheLedger:
    """Note ``tags`` in the verb's own transaction; outside of one, the note could outlive it.

    ``hard``: what readers see now may not be shown to anybody any more, not even while the origin
    is down. A change of the law always is.

    The last thing that a verb does: from here to the commit, ledger writers wait in line. A verb
    made of several says so (``at_the_end``).
    """
    _in_the_verb_s_transaction()
    named = set(tags)
    entry = CacheLedger(tags=sorted(named), happened_at=now, is_hard=hard or NOTICES in named)
    gathered = _gathered.get()
    if gathered is None:
        _put([entry])
    else:
        gathered.append(entry)
        transaction.on_commit(wake)  # from here on (``is_being_written``)
    return entry


@contextmanager
def at_the_end() -> Iterator[None]:
    """For a verb made of several, within its transaction: what each writes stands in the ledger
    when the last has taken all its locks. Within another such block it is that one's end.

    Else whoever waits for the first one's turn may hold what the second needs: a circle.
    """
    _in_the_verb_s_transaction()
    if _gathered.get() is not None:
        yield
        return
    entries: list[CacheLedger] = []
    token = _gathered.set(entries)
    try:
        yield
    finally:
        _gathered.reset(token)
    if entries:
        _put(entries)


def _in_the_verb_s_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The ledger is written in the transaction of the verb.")


def _put(entries: Sequence[CacheLedger]) -> None:
    _keep_order()
    CacheLedger.objects.bulk_create(entries)
    transaction.on_commit(wake)
    for entry in entries:
        transaction.on_commit(partial(messenger.wake, entry))


def wake() -> None:
    """Tell every process of this machine that the ledger moved."""
    counter().bump()


def is_in_transaction() -> bool:
    """Whether what this thread reads may yet be rolled back; a test's own counts for nothing."""
    blocks = connection.atomic_blocks
    return bool(blocks) and not getattr(blocks[-1], "_from_testcase", False)


def is_being_written() -> bool:
    """Whether this thread wrote an entry that is not committed: only it could read that."""
    return is_in_transaction() and any(one[1] is wake for one in connection.run_on_commit)


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


def read_on(seen: int) -> tuple[int, set[str]] | None:
    """The new position, and every tag touched after ``seen``.

    None if the entry ``seen`` is no more, or too many came after it.
    """
    rows = _FROM_ON(seen)
    if len(rows) > MOST_AT_ONCE or (seen and (not rows or rows[0].pk != seen)):
        return None
    newer = [row for row in rows if row.pk > seen]
    touched = {tag for row in newer for tag in row.tags}
    return (newer[-1].pk if newer else seen), touched
