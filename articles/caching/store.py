"""Pages in memory: found by key, purged by tag, bounded in bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property

from articles.caching.ready import AtHand, Headers, Ready

Key = tuple[str, ...]
# Tags whose last purge is remembered one by one; beyond that, older renderings are not kept.
REMEMBERED = 10_000
TOUCH_EVERY = 1.0  # seconds


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

    @cached_property
    def size(self) -> int:
        return sum(map(len, self.bodies.values())) + 2048  # headers, tags, key and indexes

    def is_dead(self, now: float) -> bool:
        return self.dead_at is not None and now >= self.dead_at


class Store:
    """Exact: what was rendered before a purge of one of its tags is never found after it.

    A purge costs the same for one page and for thousands: it is noted, and whoever asks for a
    page next looks whether that was meant, once. What nobody asks for goes when room is wanted.
    """

    def __init__(self, limit: int) -> None:
        """``limit`` in bytes."""
        self.limit, self.size = limit, 0
        self.purges = 0  # how often something was purged
        self.at_hand = AtHand()
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._purged: dict[str, int] = {}
        self._floor = 0  # nothing made before that position is kept
        self._position = 0
        self._swept = 0  # the purges after which all was looked through
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        entry = self._entries.get(key)
        if entry is None or entry.ready.purges == self.purges:
            return entry
        with self._lock:
            return entry if self._holds(key, entry) else None

    def renew(self, key: Key, ready: Ready, now: float) -> bool:
        """Whether the page of ``ready`` is still the one to show; then it is, for a second more.

        It is touched, too: among the last to be thrown out for want of room.
        """
        with self._lock:
            entry = self._entries.get(key)
            if entry is None or entry.ready is not ready or not self._holds(key, entry):
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
            if position < self._floor or self._is_purged(entry, position):
                return False
            self._drop(key)
            self._entries[key] = entry
            entry.ready.position, entry.ready.purges = position, self.purges
            self.size += entry.size
            if is_first:
                self._entries.move_to_end(key, last=False)
            if self.size > self.limit:
                self._make_room()
            return True

    def purge(self, position: int, tags: Set[str]) -> None:
        """No page with one of ``tags``, which the ledger names up to ``position``, from now on."""
        with self._lock:
            self._purged.update(dict.fromkeys(tags, position))
            if position < self._position:
                # Going back: the ledger of a restored backup, where our numbers mean nothing.
                self._forget()
                self._purged, self._floor = {}, position
            elif len(self._purged) > REMEMBERED:
                self._sweep()
                self._purged, self._floor = {}, position
            self._position = position
            self.purges += 1  # after all of this: whoever sees the old number came before it
            self.at_hand = AtHand()

    def clear(self) -> None:
        with self._lock:
            self._forget()

    def __len__(self) -> int:
        return len(self._entries)

    def _is_purged(self, entry: Entry, position: int) -> bool:
        return any(self._purged.get(tag, -1) > position for tag in entry.tags)

    def _holds(self, key: Key, entry: Entry) -> bool:
        """Whether no purge meant it; what one did is let go. Not asked twice after one purge."""
        if self._is_purged(entry, entry.ready.position):
            if self._entries.get(key) is entry:
                self._drop(key)
            return False
        entry.ready.purges = self.purges
        return True

    def _make_room(self) -> None:
        """What nobody can get any more goes first, then what was asked for longest ago."""
        if self._swept != self.purges:
            self._sweep()
        while self.size > self.limit and self._entries:
            self._drop(next(iter(self._entries)))

    def _sweep(self) -> None:
        for key, entry in list(self._entries.items()):
            self._holds(key, entry)
        self._swept = self.purges

    def _forget(self) -> None:
        for entry in self._entries.values():
            entry.ready.end()
        self._entries.clear()
        self.size, self.at_hand = 0, AtHand()

    def _drop(self, key: Key) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            entry.ready.end()
            self.size, self.at_hand = self.size - entry.size, AtHand()
