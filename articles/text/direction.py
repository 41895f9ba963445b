"""Bidirectional text: find a text's direction, fence it off, and close what it left open.

An embedding or isolate that is opened and not closed would turn round everything after it, so
each paragraph must end with the same number of levels as it began with (Unicode annex 9).
"""

from __future__ import annotations

import unicodedata
from typing import Literal

LRI, FSI, PDI, PDF = "\u2066", "\u2068", "\u2069", "\u202c"
_ISOLATES = frozenset("\u2066\u2067\u2068")
_CLOSER_OF = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", PDF),
    **dict.fromkeys(_ISOLATES, PDI),
}


class BidiRun:
    """One paragraph, fed piece by piece so that it may run through several inline elements."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def feed(self, text: str) -> str:
        """The piece without closers that close nothing."""
        return "".join(self._balanced(character) for character in text)

    def close(self) -> str:
        """The closers that are still owed; the run begins anew."""
        owed = "".join(reversed(self._open))
        self._open.clear()
        return owed

    def _balanced(self, character: str) -> str:
        if character in _CLOSER_OF:
            self._open.append(_CLOSER_OF[character])
            return character
        if character == PDF:
            return self._open.pop() if self._open[-1:] == [PDF] else ""
        if character == PDI:
            return self._close_isolate()
        return character

    def _close_isolate(self) -> str:
        if PDI not in self._open:
            return ""
        closers: list[str] = []
        while not closers or closers[-1] != PDI:  # embeddings inside end with their isolate
            closers.append(self._open.pop())
        return "".join(closers)


def balance_bidi(text: str) -> str:
    """Close every open embedding and isolate at the end of its line; drop stray closers."""
    run = BidiRun()
    return "\n".join(run.feed(line) + run.close() for line in text.split("\n"))


def left_to_right(text: str) -> str:
    """One piece within whatever surrounds it: a moment, an address."""
    return f"{LRI}{text}{PDI}" if text else ""


def isolate(text: str) -> str:
    """The text between FSI and PDI, so that it cannot disturb its neighbours; "" stays ""."""
    return f"{FSI}{balance_bidi(text)}{PDI}" if text else ""


def first_strong_direction(text: str) -> Literal["ltr", "rtl"] | None:
    """Direction of the first strong character outside isolates (rule P2); None when neutral."""
    depth = 0
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == PDI:
            depth = max(0, depth - 1)
        elif depth == 0 and (kind := unicodedata.bidirectional(character)) in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return None
