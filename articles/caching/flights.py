"""One rendering of a page at a time, and never so many that hits would find no thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from articles.caching.store import Key

PATIENCE = 10.0  # seconds that a reader waits for somebody else's rendering


class TooMany(Exception):
    """All places for renderings and those who wait for one are taken."""


class Flights:
    def __init__(self, renderings: int, waiting: int) -> None:
        """Both together are to be fewer than the server's threads."""
        self._renderings = threading.BoundedSemaphore(renderings)
        self._waiting = threading.BoundedSemaphore(waiting)
        self._lock = threading.Lock()
        self._under_way: dict[Key, threading.Event] = {}

    @contextmanager
    def only_one(self, key: Key, *, may_wait: bool) -> Iterator[bool]:
        """True for whoever is to render; False for the others, after that is done.

        With ``may_wait`` False (a stale page is at hand) nobody waits. Raises TooMany.
        """
        with self._lock:
            landing = self._under_way.get(key)
            if landing is None:
                landing = self._under_way[key] = threading.Event()
                is_first = True
            else:
                is_first = False
        if not is_first:
            self._wait(landing, may_wait=may_wait)
            yield False
            return
        try:
            with self._place():
                yield True
        finally:
            with self._lock:
                del self._under_way[key]
            landing.set()

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._renderings.acquire(timeout=1.0):
            raise TooMany
        try:
            yield
        finally:
            self._renderings.release()

    def _wait(self, landing: threading.Event, *, may_wait: bool) -> None:
        if not may_wait:
            return
        if not self._waiting.acquire(blocking=False):
            raise TooMany
        try:
            landing.wait(PATIENCE)
        finally:
            self._waiting.release()
