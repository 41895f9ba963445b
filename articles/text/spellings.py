"""One spelling for the many in which sources write the name or code of a place."""

from __future__ import annotations

import re
from urllib.parse import unquote

from anyascii import anyascii

# No name of a region is longer; what is, was not sent by an edge that knows one.
LONGEST = 120
_APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bb-\u02bd\u2018\u2019\u201b\u2032]")
_NOT_SPELLING = re.compile("[^a-z0-9]+")
# What kind of region it is says little: "Rostov", "Rostov Oblast", "Rostovskaya oblast".
_KINDS = frozenset(
    {"autonomous", "canton", "county", "department", "district", "governorate", "krai", "kray"}
    | {"oblast", "oblysy", "okrug", "parish", "prefecture", "province", "raion", "region"}
    | {"republic", "state", "territory", "of", "the"}
)


def spelling(text: str) -> str:
    """``Donets'ka oblast``, ``DONETSKA-OBLAST``, ``Донецька область`` → ``donetska oblast``."""
    ascii_text = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", _unmangled(text[:LONGEST]))))
    return _NOT_SPELLING.sub(" ", ascii_text.lower()).strip()


def without_kind(spelled: str) -> str:
    """``rostov oblast`` → ``rostov``; empty where nothing but the kind was said."""
    return " ".join(word for word in spelled.split() if word not in _KINDS)


def _unmangled(text: str) -> str:
    """Headers arrive as Latin-1 whatever they were written in; some edges also percent-encode."""
    if "%" in text:
        text = unquote(text, errors="replace")
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
