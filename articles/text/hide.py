"""Hide names in plain text, however they are written there: found as search finds words.

Capitals, accents, the code points of different keyboards and what is invisible do not matter, nor
whether anything parts two words of a name. "Ali" is found in "Alibek", too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from articles.text.normalise import search_key

# A letter with the marks on it.
_CLUSTER = re.compile(r"\s+|\S[\u0300-\u036f]*")


def hide(text: str, names: Iterable[str], instead: str) -> str:
    """``text`` with ``instead`` in place of each of ``names``; the same where none stands in it."""
    pattern = _pattern(frozenset(names))
    if pattern is None:
        return text
    text = unicodedata.normalize("NFC", text)
    folded, origins = _folded(text)
    kept, at = "", 0
    for found in pattern.finditer(folded):
        start, end = origins[found.start()][0], origins[found.end() - 1][1]
        if start >= at:
            kept += text[at:start] + instead
        at = max(at, end)
    return kept + text[at:]


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str] | None:
    """The longest first, so that a full name goes before the surname alone."""
    told = sorted({_folded(name)[0].strip() for name in names} - {""}, key=len, reverse=True)
    if not told:
        return None
    return re.compile("|".join(" ?".join(map(re.escape, name.split())) for name in told))


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text as search sees it; of each of its signs where in ``text`` it begins and ends."""
    signs, origins = "", []
    for found in _CLUSTER.finditer(text):
        key = _key(found[0])
        signs += key
        origins += [found.span()] * len(key)
    return signs, origins


@lru_cache(maxsize=4096)
def _key(cluster: str) -> str:
    return " " if cluster.isspace() else search_key(cluster)
