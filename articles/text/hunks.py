"""Where two revisions of one list of paragraphs touch each other, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Blocks = list[str]


@dataclass(frozen=True)
class Cluster:
    """One stretch of the base as each side has it."""

    base: Blocks
    mine: Blocks
    theirs: Blocks


@dataclass(frozen=True)
class _Hunk:
    """One side has ``new`` in place of base[start:end]; nothing there: it was put in between."""

    start: int
    end: int
    new: tuple[str, ...]
    is_mine: bool

    def touches(self, start: int, end: int) -> bool:
        if self.start == self.end == start == end:
            return True
        return self.start < end and start < self.end


def clusters(base: Blocks, mine: Blocks, theirs: Blocks) -> Iterator[Cluster]:
    """All of ``base`` in order, in stretches that neither, one or both of the sides changed."""
    hunks = [*_hunks(base, mine, is_mine=True), *_hunks(base, theirs, is_mine=False)]
    # What was put in between stands before what replaces the paragraph after it.
    waiting = sorted(hunks, key=lambda one: (one.start, one.end, one.is_mine))
    at = number = 0
    while number < len(waiting):
        start, end, group = _grown(waiting, number)
        number += len(group)
        yield from _untouched(base[at:start])
        yield Cluster(
            base[start:end],
            _as_changed(base, start, end, [one for one in group if one.is_mine]),
            _as_changed(base, start, end, [one for one in group if not one.is_mine]),
        )
        at = end
    yield from _untouched(base[at:])


def _grown(waiting: Sequence[_Hunk], number: int) -> tuple[int, int, list[_Hunk]]:
    """The next hunk with all that touch it, or touch one that does: in this order, neighbours."""
    group = [waiting[number]]
    start, end = group[0].start, group[0].end
    while (at := number + len(group)) < len(waiting) and waiting[at].touches(start, end):
        group.append(waiting[at])
        end = max(end, waiting[at].end)
    return start, end, group


def _untouched(blocks: Blocks) -> Iterator[Cluster]:
    if blocks:
        yield Cluster(blocks, blocks, blocks)


def _as_changed(base: Blocks, start: int, end: int, hunks: Sequence[_Hunk]) -> Blocks:
    changed: Blocks = []
    for one in hunks:
        changed += base[start : one.start]
        changed += one.new
        start = one.end
    return changed + base[start:end]


def _hunks(base: Blocks, side: Blocks, *, is_mine: bool) -> Iterator[_Hunk]:
    """Paragraph for paragraph where as many came as went: then each is its own change."""
    old, new = ([" ".join(block.split()) for block in blocks] for blocks in (base, side))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if end - start == new_end - new_start:
            for step in range(end - start):
                text = side[new_start + step]
                yield _Hunk(start + step, start + step + 1, (text,), is_mine)
        else:
            yield _Hunk(start, end, tuple(side[new_start:new_end]), is_mine)
