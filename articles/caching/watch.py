"""One look at the ledger for everything in this process that must know what changed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Set

from django.db import Error, connection

from articles.caching import ledger
from articles.caching.counter import counter

logger = logging.getLogger(__name__)
LOOK_EVERY = 0.1  # seconds: the net below a lost wake-up
WAIT_AFTER_ERROR = 1.0  # seconds: a database that is down is not asked by every reader
Listener = Callable[[int, Set[str]], None]


class Watch:
    """``look`` costs nothing until the counter moved or 100 ms of traffic have passed."""

    def __init__(self) -> None:
        self.position = -1  # nothing read yet
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._due_at = 0.0
        self._seen: bytes | None = None

    def subscribe(self, listener: Listener) -> None:
        """``listener(position, tags)`` is called after each change, in the order of the ledger."""
        self._listeners.append(listener)

    def is_due(self) -> bool:
        return self._seen != counter().value or time.monotonic() >= self._due_at

    def look(self) -> None:
        """Read on from where this process stood; whoever finds somebody looking goes on."""
        if self.is_due() and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._lock.release()

    def reset(self) -> None:
        """For tests, whose databases come and go under one process."""
        self.position, self._due_at, self._seen = -1, 0.0, None

    def _look(self) -> None:
        seen = counter().value  # before reading: what moves meanwhile is read again
        try:
            position, tags = self._read_on()
        except Error as error:
            logger.warning("the ledger cannot be read: %s", type(error).__name__)
            connection.close()
            self._due_at = time.monotonic() + WAIT_AFTER_ERROR
            self._seen = seen
            return
        for listener in self._listeners if position != self.position else ():
            listener(position, tags)
        self.position, self._seen = position, seen
        self._due_at = time.monotonic() + LOOK_EVERY

    def _read_on(self) -> tuple[int, Set[str]]:
        """A process that has just begun keeps nothing yet that could be out of date."""
        if self.position < 0:
            return ledger.position(), frozenset()
        return ledger.touched_since(self.position)


watch = Watch()
