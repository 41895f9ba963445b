"""What changed between two texts, word for word: nothing is left out, nothing runs together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Beyond this a comparison of words costs more than anybody can read: lines must do.
MOST_WORDS = 4000
# Longer runs without a space belong to scripts that write none (Chinese, Thai, Burmese, Tibetan).
LONGEST_WORD = 24
_WORDS = re.compile(r"\s+|\S+")


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Piece:
    change: Change
    text: str


def word_diff(before: str, after: str) -> list[Piece]:
    """The pieces without REMOVED are ``after``, those without ADDED are ``before``."""
    old, new = list(_words(before)), list(_words(after))
    if len(old) + len(new) > MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            _add(pieces, Change.SAME, old[start:end])
        else:
            _add(pieces, Change.REMOVED, old[start:end])
            _add(pieces, Change.ADDED, new[new_start:new_end])
    return _joined(pieces)


def _words(text: str) -> Iterator[str]:
    for word in _WORDS.findall(text):
        if len(word) > LONGEST_WORD and not word.isascii():
            yield from _clusters(word)
        else:
            yield word


def _clusters(word: str) -> Iterator[str]:
    """Characters with the marks that sit on them."""
    cluster = ""
    for character in word:
        if cluster and not unicodedata.category(character).startswith("M"):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _add(pieces: list[Piece], change: Change, words: Sequence[str]) -> None:
    if words:
        pieces.append(Piece(change, "".join(words)))


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """A lone space between two changes is no rest for the eye: it changes with them."""
    joined: list[Piece] = []
    for number, piece in enumerate(pieces):
        is_between = 0 < number < len(pieces) - 1
        if piece.change == Change.SAME and is_between and piece.text == " ":
            joined += [Piece(Change.REMOVED, " "), Piece(Change.ADDED, " ")]
        else:
            joined.append(piece)
    return _runs(joined)


def _runs(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbouring changes as one removal and one addition."""
    runs: list[Piece] = []
    waiting = {Change.REMOVED: "", Change.ADDED: ""}

    def flush() -> None:
        for change, text in waiting.items():
            if text:
                runs.append(Piece(change, text))
                waiting[change] = ""

    for piece in pieces:
        if piece.change == Change.SAME:
            flush()
            runs.append(piece)
        else:
            waiting[piece.change] += piece.text
    flush()
    return runs
