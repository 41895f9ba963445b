"""The one connection with which a process looks at the ledger, whoever of its threads looks.

It is kept open, so that a look is possible even while the database takes no more connections, and
its holder holds the watch's lock. A thread in a transaction looks through that: a verb, a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles.caching.lending import shareable, working_with


class Looking:
    def __init__(self) -> None:
        self._kept: BaseDatabaseWrapper | None = None

    @contextmanager
    def connection(self) -> Iterator[BaseDatabaseWrapper]:
        """What this thread asks the database meanwhile goes through the yielded one."""
        own = connections[DEFAULT_DB_ALIAS]
        if own.in_atomic_block:
            yield own
            return
        if self._kept is None:
            self._kept = shareable()
        with working_with(self._kept):
            yield self._kept

    def close(self) -> None:
        """After an error, or when a test's database goes; the next look opens another."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()
