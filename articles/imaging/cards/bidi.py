"""Embedding levels by the Unicode Bidirectional Algorithm: FriBidi, which Pillow's Raqm needs, too.

Pillow shapes one font at a time. A line in two scripts has two, so that its order has to be known
here.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from functools import cache

NAMES = ("libfribidi.so.0", "libfribidi.so", "libfribidi.dylib", "fribidi.dll")
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0x110, 0x111
TURNING = {"R", "AL", "AN", "RLE", "RLO", "RLI"}


class NoBidi(Exception):
    """The text needs the algorithm, and the library is not installed."""


@cache
def library() -> ctypes.CDLL | None:
    for name in NAMES:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def levels(text: str, *, is_rtl: bool) -> list[int]:
    """One level for each character; odd ones run from right to left."""
    if not is_rtl and not any(unicodedata.bidirectional(one) in TURNING for one in text):
        return [0] * len(text)
    known = library()
    if known is None:
        raise NoBidi
    many = len(text)
    letters = (ctypes.c_uint32 * many)(*map(ord, text))
    kinds, brackets = (ctypes.c_uint32 * many)(), (ctypes.c_uint32 * many)()
    found = (ctypes.c_int8 * many)()
    base = ctypes.c_uint32(RIGHT_TO_LEFT if is_rtl else LEFT_TO_RIGHT)
    known.fribidi_get_bidi_types(letters, many, kinds)
    known.fribidi_get_bracket_types(letters, many, kinds, brackets)
    known.fribidi_get_par_embedding_levels_ex(kinds, brackets, many, ctypes.byref(base), found)
    return list(found)


def visual_order(rows: Sequence[int]) -> list[int]:
    """In which order runs of these levels stand from left to right (rule L2)."""
    order = list(range(len(rows)))
    for level in range(max(rows, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and rows[order[end]] >= level:
                end += 1
            order[at:end] = reversed(order[at:end])
            at = end + 1
    return order
