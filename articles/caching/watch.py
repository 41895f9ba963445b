"""One look at the ledger for everything in this process that must know what changed.

The promise: nobody goes on with what was known more than 100 ms before they asked. Whoever comes
later than that waits for the look, their own or another's; only a database that does not answer
ends the waiting, and from then on what is kept is served until it answers again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Set

from django.db import Error, connection

from articles.caching import ledger, tags
from articles.caching.counter import counter
from articles.caching.looking import Looking

logger = logging.getLogger(__name__)
LOOK_EVERY = 0.05  # seconds: somebody looks, nobody waits
LOOK_AT_LAST = 0.1  # seconds: nobody goes on without a look; the net below a lost wake-up
PATIENCE = 1.0  # seconds: then the database counts as away
WAIT_AFTER_ERROR = 0.5  # seconds: a database that is away is not asked by every reader
# What every page carries: after a gap in what we know, all of it counts as changed.
EVERYTHING = frozenset({tags.STANDING, tags.NOTICES})
Listener = Callable[[int, Set[str]], None]


class Watch:
    """``look`` costs nothing until the counter moved or 50 ms of traffic have passed."""

    def __init__(self) -> None:
        self.position = -1  # nothing read yet
        self.is_away = False  # the database did not answer
        self._lock = threading.Lock()
        self._looking = Looking()
        self._listeners: list[Listener] = []
        self.due_at = self._late_at = 0.0
        self.seen: bytes | None = None

    def subscribe(self, listener: Listener) -> None:
        """``listener(position, tags)`` is called after each change, in the order of the ledger."""
        self._listeners.append(listener)

    def is_due(self) -> bool:
        """Before each hit the page cache asks the same of what it has at hand (pagecache.py)."""
        return self.seen != counter().read() or time.monotonic() >= self.due_at

    def look(self) -> None:
        """Read on from where this process stood, or wait for whoever is reading."""
        if not self.is_due() or ledger.is_being_written():
            return
        must = time.monotonic() >= self._late_at and not self.is_away
        if self._lock.acquire(timeout=PATIENCE if must else 0):
            try:
                if self.is_due():
                    self.due_at = self._late_at  # until then nobody else need try
                    self._look()
            finally:
                self._lock.release()
        elif must:  # a look that hangs: nobody else is to hang with it
            self.is_away = True

    def reset(self) -> None:
        """For tests, whose databases come and go under one process."""
        self._looking.close()
        self.position, self.is_away, self.seen = -1, False, None
        self.due_at = self._late_at = 0.0

    def _look(self) -> None:
        # Both before reading: what moves meanwhile is read again, and the age is that of the data.
        seen, began = counter().read(), time.monotonic()
        try:
            position, touched = self._read_on()
        except Error as error:
            if not connection.in_atomic_block:  # there it says nothing about the database
                self._rest(error, seen)
            return
        for listener in self._listeners if position != self.position else ():
            listener(position, touched)
        self.position, self.seen, self.is_away = position, seen, False
        self.due_at, self._late_at = began + LOOK_EVERY, began + LOOK_AT_LAST

    def _rest(self, error: Error, seen: bytes) -> None:
        logger.warning("the ledger cannot be read: %s", type(error).__name__)
        self._looking.close()
        self.is_away, self.seen = True, seen
        self.due_at = time.monotonic() + WAIT_AFTER_ERROR

    def _read_on(self) -> tuple[int, Set[str]]:
        """A connection from before the database went away gets a second chance, at once."""
        with self._looking.connection() as used:
            is_old = used.connection is not None
            try:
                return self._read()
            except Error:
                if not is_old or used.in_atomic_block:
                    raise
                used.close()
                return self._read()

    def _read(self) -> tuple[int, Set[str]]:
        """Where our place in the ledger is unknown or gone (a restored backup), all has changed."""
        found = ledger.read_on(self.position) if self.position >= 0 else None
        return found or (ledger.position(), EVERYTHING)


watch = Watch()
