"""What a view tells the page cache of the page it made, through the request's environment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

KEY = "newsroom.note"
# The law by which the request's zone was found, put into the environment by whoever found it.
LAW = "newsroom.law"


@dataclass
class Note:
    """``fresh_until``: made anew after that; ``dead_at``: not even served stale (the law changes).

    Times are Unix seconds. A page without tags is not kept.
    """

    tags: set[str] = field(default_factory=set)
    fresh_until: float = 0.0
    dead_at: float | None = None


def note_page(
    environ: dict[str, Any],
    tags: Iterable[str],
    fresh_until: datetime,
    dead_at: datetime | None,
    *,
    law: object = None,
) -> None:
    """Nobody listens where no page cache stands in front.

    A page made under another ``law`` than its zone was found by may be another zone's: a notice
    began, or was published, between the two. It is not kept.
    """
    note = environ.get(KEY)
    if isinstance(note, Note) and environ.get(LAW, law) is law:
        note.tags.update(tags)
        note.fresh_until = fresh_until.timestamp()
        note.dead_at = dead_at.timestamp() if dead_at else None
