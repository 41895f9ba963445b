"""Tells the edges at once after a commit, beside the request that made the change.

A thread of this process for each edge, started when first needed: one that hangs keeps no other
waiting. An edge hears of the change itself before the database is asked where that edge stands:
under load that alone takes longer than the telling. What is not done here (a crash, a command that
ends, an edge that refuses) the worker's sweep does.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue

from django.conf import settings
from django.db import Error, connections
from django.utils import timezone

from articles.caching import edges
from articles.models.ledger import CacheLedger

logger = logging.getLogger(__name__)


class Line:
    """To one edge."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._moved = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._news: SimpleQueue[CacheLedger] = SimpleQueue()

    def wake(self, entry: CacheLedger) -> None:
        self._idle.clear()
        self._news.put(entry)
        self._moved.set()
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
                self._thread.start()

    def rest(self, patience: float) -> bool:
        return self._idle.wait(patience)

    def _run(self) -> None:
        while self._moved.wait():
            self._moved.clear()
            try:
                self._deliver()
            except Error as error:
                logger.warning("edges: the database does not answer: %s", type(error).__name__)
            finally:
                connections.close_all()  # this thread's; the next change may be hours away
                if not self._moved.is_set():
                    self._idle.set()

    def _deliver(self) -> None:
        now, news = timezone.now(), self._read_news()
        edge = edges.configured().get(self.name)
        if edge is not None:
            edges.deliver(self.name, edge, now=now, heard=edges.tell(edge, news))

    def _read_news(self) -> list[CacheLedger]:
        news = []
        with suppress(Empty):
            while True:
                news.append(self._news.get_nowait())
        return news


class Messenger:
    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}
        self._lock = threading.Lock()

    def wake(self, entry: CacheLedger) -> None:
        """Costs nothing where no edge is configured; returns at once in any case."""
        for name in settings.EDGE:
            with self._lock:
                line = self._lines.setdefault(name, Line(name))
            line.wake(entry)

    def rest(self, patience: float = 10.0) -> bool:
        """Wait until every edge has been told, or has refused; False if that took too long."""
        end = time.monotonic() + patience
        lines = list(self._lines.values())
        return all(line.rest(max(0.0, end - time.monotonic())) for line in lines)


messenger = Messenger()
