"""What every edge is to us: somebody who forgets pages by their tags, or says why not."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

TAG = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9_-]{0,199}")


class PurgeRefused(Exception):
    """The edge did not accept a purge; the message is for people and says what happened."""


class Edge(Protocol):
    def purge(self, tags: Collection[str], *, hard: bool, position: int = 0) -> None:
        """Forget every page with one of ``tags``; raises PurgeRefused unless that was accepted.

        After a soft purge a page may still be shown while the origin is down; after a hard one it
        is gone. ``position`` is that of the ledger: what was made before it is old.
        """
