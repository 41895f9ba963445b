"""Pages in memory: found by key, thrown out by tag, bounded in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Set
from dataclasses import dataclass, field

Key = tuple[str, ...]
Headers = tuple[tuple[str, str], ...]
# A status, headers and a body, as a server wants them.
Whole = tuple[str, list[tuple[str, str]], bytes]
# Tags whose last purge is remembered one by one; beyond that, older renderings are not kept.
REMEMBERED = 10_000
TOUCH_EVERY = 1.0  # seconds


class Ready:
    """A page's whole answers by coding, and up to when (Unix seconds) nobody need ask for more.

    Who holds this does not hold the page: the store empties it when it lets the page go.
    """

    __slots__ = ("answers", "until")

    def __init__(self) -> None:
        self.until = 0.0
        self.answers: dict[str, Whole] = {}

    def end(self) -> None:
        self.until, self.answers = 0.0, {}


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
    ready: Ready = field(default_factory=Ready, compare=False)

    @property
    def fresh_for_all_until(self) -> float:
        """Up to here nobody need ask anything more of it."""
        return self.fresh_until if self.dead_at is None else min(self.fresh_until, self.dead_at)

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values())) + 2048  # headers, tags, key and indexes

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
        self._floor = 0  # nothing made before that position is kept
        self._position = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        return self._entries.get(key)

    def touch(self, key: Key, ready: Ready, now: float) -> bool:
        """Asked for just now: among the last to be thrown out for want of room.

        Whether the page of ``ready`` is still kept; then it is ready for a second, if it lives on.
        """
        with self._lock:
            entry = self._entries.get(key)
            if entry is None or entry.ready is not ready:
                return False
            self._entries.move_to_end(key)
            ready.until = min(now + TOUCH_EVERY, entry.fresh_for_all_until)
            return now < ready.until

    def begin(self, position: int) -> None:
        """Of purges before ``position`` this process knows nothing: older pages are refused."""
        with self._lock:
            self._floor = self._position = max(self._floor, position)

    def keep(self, key: Key, entry: Entry, position: int, *, is_first: bool = False) -> bool:
        """``position`` of the ledger from before the rendering; False if a purge came since.

        ``is_first``: among the first to be thrown out, until somebody asks for it again.
        """
        with self._lock:
            if position < self._floor or any(
                self._purged.get(tag, -1) > position for tag in entry.tags
            ):
                return False
            self._drop(key)
            self._entries[key] = entry
            self.size += entry.size
            if is_first:
                self._entries.move_to_end(key, last=False)
            for tag in entry.tags:
                self._tagged.setdefault(tag, set()).add(key)
            while self.size > self.limit and self._entries:
                self._drop(next(iter(self._entries)))
            return True

    def purge(self, position: int, tags: Set[str]) -> None:
        """Throw out every page with one of ``tags``, which the ledger names up to ``position``."""
        with self._lock:
            for tag in tags:
                self._throw_out(tag)
                self._purged[tag] = position
            # Going back: the ledger of a restored backup, where our numbers mean nothing.
            if len(self._purged) > REMEMBERED or position < self._position:
                self._purged, self._floor = {}, position
            self._position = position

    def clear(self) -> None:
        with self._lock:
            self._forget()

    def __len__(self) -> int:
        return len(self._entries)

    def _throw_out(self, tag: str) -> None:
        keys = self._tagged.get(tag, ())
        if len(keys) == len(self._entries):  # all of them, as after each notice
            self._forget()
            return
        for key in self._tagged.pop(tag, ()):
            self._drop(key)

    def _forget(self) -> None:
        for entry in self._entries.values():
            entry.ready.end()
        self._entries.clear()
        self._tagged.clear()
        self.size = 0

    def _drop(self, key: Key) -> None:
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        entry.ready.end()
        self.size -= entry.size
        for tag in entry.tags:
            if keys := self._tagged.get(tag):
                keys.discard(key)
                if not keys:
                    del self._tagged[tag]
