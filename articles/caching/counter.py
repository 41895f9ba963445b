"""The file-backed counter that says "the ledger moved" to every process of this machine.

granian spawns its workers, so that memory is not shared; a mapped file is. A lost or refused
write costs no more than the look at the ledger that every process takes by itself.
"""

from __future__ import annotations

import fcntl
import logging
import mmap
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)
SIZE = 8


class Counter:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._map = _mapped(path)
        # Compared, never counted with.
        self.read: Callable[[], bytes] = memoryview(self._map).tobytes if self._map else bytes

    def bump(self) -> None:
        """One more; the lock keeps two writers from losing a step."""
        if self._map is None:
            return
        try:
            with self.path.open("rb+") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                number = int.from_bytes(self._map[:SIZE], "big") + 1
                self._map[:SIZE] = number.to_bytes(SIZE, "big")
        except OSError as error:  # after a commit: the verb is done, and must not seem to fail
            logger.warning("nobody is woken (%s): changes are seen within 100 ms", error)


@cache
def counter() -> Counter:
    """Beside the uploads, which web and worker share."""
    return Counter(Path(settings.MEDIA_ROOT) / "ledger.counter")


def _mapped(path: Path) -> mmap.mmap | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        descriptor = os.open(path, flags, 0o600)
        try:
            os.ftruncate(descriptor, SIZE)
            return mmap.mmap(descriptor, SIZE)
        finally:
            os.close(descriptor)
    except OSError as error:
        logger.warning("no shared counter (%s): changes are seen within 100 ms", error)
        return None
