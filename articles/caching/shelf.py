"""Pages that one process made and the others of the same server may take, instead of making them.

A folder of our own (0700), in which each page has one of a few hundred places: so it is bounded,
and a page that lands where another lies replaces it. The lock of a place lets one process at a
time make its page; the kernel frees it when a process dies. A page lies there with the ledger
position from before its making and its tags: who takes it asks its own store whether a purge came
since, as for a page of its own. Pages of another server, or of an earlier start, are nobody's.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from articles.caching.store import Entry, Key

logger = logging.getLogger(__name__)
PLACES = 512
LARGEST = 256 * 1024  # bytes in all codings: a page beyond is made by each process
ASK_AGAIN = 0.005  # seconds, while another process makes the page
SWEEP_EVERY = 60.0  # seconds
OLDEST = 300.0  # seconds: the longest life of a page


class Place:
    def __init__(self, path: Path, key: Key) -> None:
        self.path, self.key = path, key

    def take(self) -> tuple[Entry, int] | None:
        """The page and its ledger position; None if there is none, or it is past its time."""
        try:
            with self.path.open("rb") as file:
                said = json.loads(file.readline())
                if said["key"] != list(self.key) or said["server"] != server():
                    return None
                bodies = {coding: file.read(length) for coding, length in said["lengths"]}
                entry = _entry(said, bodies)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        whole = all(len(entry.bodies[coding]) == length for coding, length in said["lengths"])
        is_fresh = time.time() < entry.fresh_for_all_until
        return (entry, said["position"]) if whole and is_fresh else None

    def put(self, entry: Entry, position: int) -> None:
        if entry.size > LARGEST:
            return
        lengths = [(coding, len(body)) for coding, body in entry.bodies.items()]
        said = {
            "key": self.key, "server": server(), "position": position, "lengths": lengths,
            "status": entry.status, "headers": entry.headers, "etag": entry.etag,
            "tags": sorted(entry.tags), "fresh_until": entry.fresh_until, "dead_at": entry.dead_at,
        }  # fmt: skip
        draft = self.path.with_suffix(".new")  # ours alone: we hold the lock
        try:
            draft.unlink(missing_ok=True)
            with open(draft, "xb", opener=_private) as file:
                file.write(json.dumps(said).encode() + b"\n" + b"".join(entry.bodies.values()))
            draft.replace(self.path)
        except OSError as error:
            logger.warning("a page is not shared: %s", error)


class NoShelf:
    """Where nothing can be shared, each process makes its own."""

    is_shared = False

    @contextmanager
    def place(self, key: Key, patience: float) -> Iterator[Place | None]:
        yield None


class Shelf:
    is_shared = True

    def __init__(self, folder: Path) -> None:
        """Raises OSError if the folder is not ours alone."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
            raise PermissionError(f"{folder} belongs to somebody else")
        self.folder = folder
        self._swept_at = 0.0

    @contextmanager
    def place(self, key: Key, patience: float) -> Iterator[Place | None]:
        """The page's place, locked; None when another process is at it longer than ``patience``."""
        self._sweep()
        name = hashlib.blake2b(repr(key).encode(), digest_size=4).hexdigest()
        path = self.folder / f"{int(name, 16) % PLACES:03x}.page"
        try:
            lock = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            logger.warning("a page is not shared: %s", error)
            yield None
            return
        try:
            yield Place(path, key) if _locked(lock, patience) else None
        finally:
            os.close(lock)

    def _sweep(self) -> None:
        """What nobody may take any more does not stay on the disk."""
        now = time.time()
        if now - self._swept_at < SWEEP_EVERY:
            return
        self._swept_at = now
        for path in self.folder.glob("*.page"):
            with suppress(OSError):
                if now - path.stat().st_mtime > OLDEST:
                    path.unlink()


def shelf_in(folder: Path) -> Shelf | NoShelf:
    """Without a folder that is ours alone the site serves as well, only with more renderings."""
    try:
        return Shelf(folder)
    except OSError as error:
        logger.warning("pages are not shared between processes: %s", error)
        return NoShelf()


@cache
def server() -> str:
    """Workers of one server have one parent; its number alone would come again some day."""
    parent = os.getppid()
    try:
        fields = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()
        return f"{parent}-{fields[19]}"
    except (OSError, IndexError):
        return str(parent)


def _locked(lock: int, patience: float) -> bool:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(ASK_AGAIN)
        else:
            return True


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)


def _entry(said: dict[str, Any], bodies: dict[str, bytes]) -> Entry:
    return Entry(
        status=said["status"],
        headers=tuple((name, value) for name, value in said["headers"]),
        etag=said["etag"],
        bodies=bodies,
        tags=frozenset(said["tags"]),
        fresh_until=said["fresh_until"],
        dead_at=said["dead_at"],
    )
