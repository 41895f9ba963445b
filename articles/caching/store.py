"""Pages in memory: found by key, thrown out by tag, bounded in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Set
from dataclasses import dataclass

Key = tuple[str, ...]
Headers = tuple[tuple[str, str], ...]
# Tags whose last purge is remembered one by one; beyond that, older renderings are not kept.
REMEMBERED = 10_000


@dataclass(frozen=True)
class Entry:
    """One page of one zone. ``bodies`` by content coding; times are Unix seconds."""

    status: str
    headers: Headers
    etag: str
    bodies: dict[str, bytes]
    tags: frozenset[str]
    fresh_until: float
    dead_at: float | None

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values())) + 1024

    def is_dead(self, now: float) -> bool:
        return self.dead_at is not None and now >= self.dead_at


class Store:
    """Exact: what was rendered before a purge of one of its tags is never kept after it."""

    def __init__(self, limit: int) -> None:
        """``limit`` in bytes."""
        self.limit, self.size = limit, 0
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._tagged: dict[str, set[Key]] = {}
        self._purged: dict[str, int] = {}
        self._floor = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        return self._entries.get(key)

    def touch(self, key: Key) -> None:
        """Asked for just now: among the last to be thrown out for want of room."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)

    def keep(self, key: Key, entry: Entry, position: int) -> bool:
        """``position`` of the ledger from before the rendering; False if a purge came since."""
        with self._lock:
            if position < self._floor or any(
                self._purged.get(tag, -1) > position for tag in entry.tags
            ):
                return False
            self._drop(key)
            self._entries[key] = entry
            self.size += entry.size
            for tag in entry.tags:
                self._tagged.setdefault(tag, set()).add(key)
            while self.size > self.limit and self._entries:
                self._drop(next(iter(self._entries)))
            return True

    def purge(self, position: int, tags: Set[str]) -> None:
        """Throw out every page with one of ``tags``, which the ledger names up to ``position``."""
        with self._lock:
            for tag in tags:
                for key in tuple(self._tagged.get(tag, ())):
                    self._drop(key)
                self._purged[tag] = position
            if len(self._purged) > REMEMBERED:
                self._purged, self._floor = {}, position

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self._tagged.clear()
            self.size = 0

    def __len__(self) -> int:
        return len(self._entries)

    def _drop(self, key: Key) -> None:
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        self.size -= entry.size
        for tag in entry.tags:
            keys = self._tagged[tag]
            keys.discard(key)
            if not keys:
                del self._tagged[tag]
