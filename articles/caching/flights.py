"""One rendering of a page at a time, and never so many that hits would find no thread.

Every thread that is busy with anything but a hit holds a place: to render, to wait for a
rendering, or to be with Django beside the cache (the desk, forms, files). The places together are
fewer than the server's threads.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from articles.caching.store import Key

PATIENCE = 10.0  # seconds that a reader waits for somebody else's rendering
IN_LINE = 1.0  # seconds that a reader waits for a place to render
BLINK = 0.05  # seconds that whoever is one too many waits nevertheless: most pages take less
SHARE_OF_SEARCHES = 4  # one place in so many, and half of the line


class TooMany(Exception):
    """All places for renderings and those who wait for one are taken."""


class Flights:
    def __init__(self, renderings: int, waiting: int, beside: int = 8) -> None:
        """All together are to be fewer than the server's threads."""
        self._renderings = threading.BoundedSemaphore(renderings)
        self._waiting = threading.BoundedSemaphore(waiting)
        self._beside = threading.BoundedSemaphore(beside)
        at_once = max(1, beside // SHARE_OF_SEARCHES)
        self._searching = threading.BoundedSemaphore(at_once)
        self._searches = threading.BoundedSemaphore(at_once + waiting // 2)
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
                mine = self._under_way[key] = threading.Event()
        if landing is not None:
            self._wait(landing, may_wait=may_wait)
            yield False
            return
        try:
            with self._turn(self._renderings, may_wait=may_wait):
                yield True
        finally:
            with self._lock:
                del self._under_way[key]
            mine.set()

    @contextmanager
    def beside(self) -> Iterator[None]:
        """A place for what is no page: waits a little, in one of the places for those who wait."""
        with self._turn(self._beside):
            yield

    @contextmanager
    def searching(self) -> Iterator[None]:
        """A place beside, of which searches have a part alone: the desk keeps the others."""
        if not self._searches.acquire(blocking=False):
            raise TooMany
        try:
            with self._turn(self._searching), self.beside():
                yield
        finally:
            self._searches.release()

    @contextmanager
    def _turn(self, places: threading.Semaphore, *, may_wait: bool = True) -> Iterator[None]:
        if not places.acquire(blocking=False):
            if not may_wait:
                raise TooMany
            with self._in_line():
                if not places.acquire(timeout=IN_LINE):
                    raise TooMany
        try:
            yield
        finally:
            places.release()

    def _wait(self, landing: threading.Event, *, may_wait: bool) -> None:
        if not may_wait:
            return
        try:
            with self._in_line():
                landing.wait(PATIENCE)
        except TooMany:
            if not landing.wait(BLINK):
                raise

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        if not self._waiting.acquire(blocking=False):
            raise TooMany
        try:
            yield
        finally:
            self._waiting.release()
