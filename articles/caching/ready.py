"""Answers as a server wants them: those of one page, and those for the next instant."""

from __future__ import annotations

from time import monotonic, time

Headers = tuple[tuple[str, str], ...]
# A status, headers and a body.
Whole = tuple[str, list[tuple[str, str]], bytes]
INSTANT = 0.5  # seconds
MOST = 1_000  # answers at hand; whoever comes later takes the way by the page


class Ready:
    """A page's whole answers by coding, for whoever must not hold the page itself.

    They may be given up to ``until`` (Unix seconds), while the store has heard of no more than
    ``purges``. The store empties this when it lets the page go.
    """

    __slots__ = ("answers", "position", "purges", "until")

    def __init__(self) -> None:
        self.until, self.purges = 0.0, -1
        self.position = 0  # of the ledger, from before the page was made
        self.answers: dict[str, Whole] = {}

    def end(self) -> None:
        self.until, self.answers = 0.0, {}


class AtHand:
    """Answers found by nothing but the letters of a request.

    Good while the ledger's counter says ``seen``, up to ``until`` (monotonic clock). Nothing is
    taken out: after a purge, and when a page is let go, another takes its place. So whoever looked
    something up before that adds it where nobody reads any more. A hit touches no more than this:
    in a busy process it is fetching from memory that costs, not calculating.
    """

    __slots__ = ("_ends", "answers", "seen", "until")

    def __init__(self, seen: bytes | None = None, until: float = 0.0) -> None:
        self.answers: dict[tuple[object, ...], Whole] = {}
        now = monotonic()
        self.seen, self.until = seen, min(until, now + INSTANT)
        self._ends = time() + self.until - now

    def add(self, letters: tuple[object, ...], ready: Ready, whole: Whole) -> None:
        """Unless the page ends before, as a notice may: nobody asks for each page's time here."""
        if ready.until >= self._ends and len(self.answers) < MOST:
            self.answers[letters] = whole
