"""The first words of a text, for descriptions and cards."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from articles.text.allowlist import BLOCKS
from articles.text.direction import balance_bidi
from articles.text.plain import plain_text

MOST = 500  # texts
ELLIPSIS = "…"
# A cleaned body always opens with a block, so a headline such as "a < b" is never taken for one.
_BODY = re.compile(rf"\s*<(?:{'|'.join(sorted(BLOCKS))})[\s>]")
_SPACES = re.compile(r"[ \t\n]+")
_LOOSE_END = " \t\n\xa0,;:،؛–—-"
_JOINERS = frozenset("\u200c\u200d")
_MARKS = frozenset({"Mn", "Mc", "Me"})


@lru_cache(maxsize=MOST)
def excerpt(html_or_text: str, *, max_chars: int) -> str:
    """At most `max_chars` characters, whole words, with an ellipsis when anything was left out.

    Marks that close an open direction come on top: they are invisible and must not be missing.
    """
    text = plain_text(html_or_text) if _BODY.match(html_or_text) else html_or_text
    text = _SPACES.sub(" ", text).strip()
    if len(text) <= max_chars:
        return balance_bidi(text)
    room = max(0, max_chars - len(ELLIPSIS))
    return balance_bidi(_first_words(text, room).rstrip(_LOOSE_END) + ELLIPSIS)


def _first_words(text: str, room: int) -> str:
    if text[room].isspace():
        return text[:room]
    words, space, _ = text[:room].rpartition(" ")
    return words if space else text[: _cluster_start(text, room)]


def _cluster_start(text: str, cut: int) -> int:
    """The nearest place at or before `cut` where a letter with all that belongs to it begins."""
    while cut > 0 and _belongs_together(text, cut):
        cut -= 1
    return cut


def _belongs_together(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    return (
        before in _JOINERS
        or after in _JOINERS
        or unicodedata.category(after) in _MARKS
        or "\U0001f3fb" <= after <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= after <= "\U000e007f"  # regional flags are spelt with tags
        or _inside_flag(text, cut)
    )


def _inside_flag(text: str, cut: int) -> bool:
    """Flags are pairs of letters, so an odd number of them before the cut means half a flag."""
    letters = 0
    while letters < cut and "\U0001f1e6" <= text[cut - 1 - letters] <= "\U0001f1ff":
        letters += 1
    return letters % 2 == 1 and "\U0001f1e6" <= text[cut] <= "\U0001f1ff"
