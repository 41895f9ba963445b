"""Headings of a body in their order of rank: none is more than one step below the one before.

Who listens to a page walks it by its headings; an editor chooses them by their looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

HEADING = re.compile(r"<(/?)h([2-4])\b")


def levelled(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of one body, under the headline (level 1)."""
    open_levels: list[int] = []  # as written, of the headings under which one stands

    def level(tag: re.Match[str]) -> str:
        if not tag[1]:
            depth = int(tag[2])
            while open_levels and open_levels[-1] >= depth:
                open_levels.pop()
            open_levels.append(depth)
        return f"<{tag[1]}h{1 + len(open_levels)}"

    for piece in pieces:
        yield HEADING.sub(level, piece)
