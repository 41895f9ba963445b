"""A text as the terms that search knows: the same for what is indexed and for what is asked.

Databases part words by rules of their own, each by others, and most break Indic or Burmese words
at their vowel signs. Here they are parted once, so that both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from articles.text.normalise import search_key

# Longer "words" are addresses or rubbish; their beginnings are found all the same.
LONGEST_TERM = 40
# Written without spaces between words: found by pairs of neighbouring signs.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+)"
)


def terms(text: str) -> list[str]:
    """In the order of the text; letters, marks and digits only, none of them empty."""
    parted = "".join(map(_sign, search_key(text)))
    return [term for word in parted.split() for term in _parts(word)]


@lru_cache(maxsize=50_000)
def terms_of_word(word: str) -> tuple[str, ...]:
    """``terms`` of a single word, remembered: a language has few of them."""
    return tuple(terms(word))


def is_unspaced(word: str) -> bool:
    return _UNSPACED.search(word) is not None


@lru_cache(maxsize=10_000)
def _sign(character: str) -> str:
    return character if unicodedata.category(character)[0] in "LMN" else " "


def _parts(word: str) -> Iterator[str]:
    for piece in _UNSPACED.split(word):
        if piece and _UNSPACED.fullmatch(piece):
            yield from _pairs(piece)
        elif piece:
            yield piece[:LONGEST_TERM]


def _pairs(piece: str) -> Iterator[str]:
    if len(piece) == 1:
        yield piece
    yield from (piece[at : at + 2] for at in range(len(piece) - 1))
