"""What changed between two bodies: by paragraph, and word for word inside those that changed.

The time it takes is bounded whatever the bodies are: words are compared only as far as the budget
goes, and whole paragraphs after that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from articles.text.blocks import Block, blocks_of
from articles.text.diff import Change, Piece, word_diff
from articles.text.pairing import pairs_of

# Words compared in one comparison of bodies; in one paragraph.
BUDGET, MOST_AT_ONCE = 20_000, 1_200
# From so many paragraphs on, those that repeat without end are no landmarks.
MANY = 1_500
WORTH_A_MOVE = 5  # words: "Yes." is in many places


class Fate(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    # The words are the same: what is bold, or where a link leads, is not.
    MARKUP = "markup"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"


@dataclass(frozen=True)
class Paragraph:
    """``block`` is the new one, or the old one where it is gone; a photo has no pieces of words."""

    fate: Fate
    block: Block
    pieces: tuple[Piece, ...]


def body_diff(before: str, after: str) -> list[Paragraph]:
    """In the order of the new body, with what was removed where it stood."""
    old, new = blocks_of(before), blocks_of(after)
    differ = _Differ()
    return _with_moves([one for part in _opcodes(old, new) for one in differ.part(old, new, part)])


@dataclass(frozen=True)
class _Part:
    """Old blocks ``old`` became new blocks ``new``; equal ones are the same."""

    is_equal: bool
    old: range
    new: range


def _opcodes(old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Part]:
    """Equal ends are cut off first: most of two versions is the same."""
    a, b = [one.html for one in old], [one.html for one in new]
    start, least = 0, min(len(a), len(b))
    while start < least and a[start] == b[start]:
        start += 1
    end = 0
    while end < least - start and a[-1 - end] == b[-1 - end]:
        end += 1
    yield _Part(True, range(start), range(start))
    last_old, last_new = len(a) - end, len(b) - end
    is_long = last_old - start + last_new - start > MANY
    inner = SequenceMatcher(None, a[start:last_old], b[start:last_new], autojunk=is_long)
    for tag, i, j, k, m in inner.get_opcodes():
        yield _Part(tag == "equal", range(start + i, start + j), range(start + k, start + m))
    yield _Part(True, range(last_old, len(a)), range(last_new, len(b)))


class _Differ:
    def __init__(self) -> None:
        self.left = BUDGET

    def part(self, old: list[Block], new: list[Block], part: _Part) -> Iterator[Paragraph]:
        if part.is_equal:
            yield from (_whole(Fate.SAME, new[number]) for number in part.new)
            return
        was, will = [old[one] for one in part.old], [new[one] for one in part.new]
        for removed, added in pairs_of(was, will):
            if removed is None and added is not None:
                yield _whole(Fate.ADDED, added)
            elif added is None and removed is not None:
                yield _whole(Fate.REMOVED, removed)
            elif removed is not None and added is not None:
                yield self._changed(removed, added)

    def _changed(self, old: Block, new: Block) -> Paragraph:
        if old.words == new.words:
            return Paragraph(Fate.MARKUP, new, tuple(_links(old, new)))
        size = old.size + new.size
        if size > min(MOST_AT_ONCE, self.left):
            pieces = [Piece(Change.REMOVED, old.words), Piece(Change.ADDED, new.words)]
        else:
            self.left -= size
            pieces = word_diff(old.words, new.words)
        return Paragraph(Fate.CHANGED, new, tuple(piece for piece in pieces if piece.text))


def _whole(fate: Fate, block: Block) -> Paragraph:
    change = {Fate.ADDED: Change.ADDED, Fate.REMOVED: Change.REMOVED}.get(fate, Change.SAME)
    return Paragraph(fate, block, (Piece(change, block.words),) if block.words else ())


def _links(old: Block, new: Block) -> Iterator[Piece]:
    yield Piece(Change.SAME, new.words)
    for link in old.links:
        if link not in new.links:
            yield Piece(Change.REMOVED, f" {link}")
    for link in new.links:
        if link not in old.links:
            yield Piece(Change.ADDED, f" {link}")


def _with_moves(found: list[Paragraph]) -> list[Paragraph]:
    """What was removed here and stands elsewhere was moved, not written anew."""
    gone = Counter(one.block.html for one in found if one.fate is Fate.REMOVED)
    come = Counter(one.block.html for one in found if one.fate is Fate.ADDED)
    moved = gone & come
    left = {Fate.REMOVED: moved.copy(), Fate.ADDED: moved.copy()}
    names = {Fate.REMOVED: Fate.MOVED_AWAY, Fate.ADDED: Fate.MOVED_HERE}

    def told(one: Paragraph) -> Paragraph:
        if one.fate not in left or not _is_landmark(one.block):
            return one
        if not left[one.fate][one.block.html]:
            return one
        left[one.fate][one.block.html] -= 1
        same = (Piece(Change.SAME, one.block.words),) if one.block.words else ()
        return replace(one, fate=names[one.fate], pieces=same)

    return [told(one) for one in found]


def _is_landmark(block: Block) -> bool:
    return bool(block.photo_id) or block.size >= WORTH_A_MOVE
