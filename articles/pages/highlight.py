"""The words that a search found, marked in what is shown of a story."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from articles.search.matching import is_beginning
from articles.text.direction import balance_bidi
from articles.text.terms import LONGEST_TERM, is_unspaced, terms_of_word

BEFORE, AFTER = 8, 26  # words of a passage around the first one found
LOOK_AT = 40_000  # characters of a story
_SPACES = re.compile(r"(\s+)")


def marked(text: str, asked: Sequence[str]) -> SafeString:
    """``text`` escaped, with ``<mark>`` around each word that begins with a term."""
    pieces = (_piece(piece, asked) for piece in _SPACES.split(text))
    return mark_safe("".join(pieces))  # noqa: S308  every piece is escaped


def holds(text: str, asked: Sequence[str]) -> bool:
    """Whether every term begins some word of ``text``."""
    found = {term for word in text.split() for term in _found(word, asked)}
    return len(found) == len(set(asked))


def passage(text: str, asked: Sequence[str]) -> str:
    """The words around the first one found; empty where there is none."""
    words = text[:LOOK_AT].split()
    first = next((at for at, word in enumerate(words) if _found(word, asked)), None)
    if first is None:
        return ""
    start, end = max(first - BEFORE, 0), first + AFTER
    said = " ".join(word[: LONGEST_TERM * 4] for word in words[start:end])
    return balance_bidi(f"{'… ' if start else ''}{said}{' …' if end < len(words) else ''}")


def _found(word: str, asked: Sequence[str]) -> list[str]:
    own = terms_of_word(word)
    return [term for term in asked if any(_answers(one, term) for one in own)]


def _answers(own: str, term: str) -> bool:
    return own.startswith(term) if is_beginning(term) else own == term


def _piece(word: str, asked: Sequence[str]) -> str:
    found = _found(word, asked) if word and not word.isspace() else []
    if not found:
        return str(conditional_escape(word))
    if is_unspaced(word):
        return _signs(word, found)
    start, end = 0, len(word)
    while start < end and _is_mark_off(word[start]):
        start += 1
    while end > start and _is_mark_off(word[end - 1]):
        end -= 1
    return f"{escape(word[:start])}<mark>{escape(word[start:end])}</mark>{escape(word[end:])}"


def _signs(run: str, found: Sequence[str]) -> str:
    """Of a text without spaces only the signs asked for."""
    pattern = "|".join(re.escape(term) for term in sorted(found, key=len, reverse=True))
    parts = re.split(f"((?:{pattern})+)", run)
    return "".join(
        f"<mark>{escape(part)}</mark>" if at % 2 else escape(part) for at, part in enumerate(parts)
    )


def _is_mark_off(character: str) -> bool:
    """Punctuation and symbols around a word."""
    return unicodedata.category(character)[0] in "PSC"
