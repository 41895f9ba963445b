"""Where a headline may be broken into lines, in any script.

Most scripts break at spaces. Chinese and Japanese break between characters, but no line begins with
a closing mark. Burmese breaks between syllables; Thai and Lao before the vowels that begin one, and
Khmer between clusters: no dictionary, so a space is taken first wherever one is near.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

GLUE = "\u00a0\u202f\u2007\u2060"
ZERO_WIDTH_SPACE = "\u200b"
DASHES = "\u2013\u2014\u2015"
HYPHENS = "-\u2010"
NO_START = frozenset(
    "、。，．：；？！）］｝」』】〉》〕〗’”…‥ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・%％°:;,.!?)]}»"
)
NO_END = frozenset("（［｛「『【〈《〔〖‘“([{«")
# Ideographs, kana, full-width forms; Korean words are kept whole.
EAST_ASIAN = re.compile(
    "[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)
BURMESE = re.compile("(?<=[\u1000-\u109f])(?<!\u1039)[\u1000-\u102a\u103f\u1040-\u1049]")
KILLED = re.compile("\u1037?[\u1039\u103a]")
THAI_LAO = re.compile("(?<=[\u0e01-\u0e3a\u0e45-\u0e4e\u0e81-\u0ecd])[\u0e40-\u0e44\u0ec0-\u0ec4]")
KHMER = re.compile("(?<=[\u1780-\u17d1\u17d3])[\u1780-\u17b3]")


@dataclass(frozen=True)
class Unit:
    """What is not broken, with the spaces after it; ``is_strong``: readers expect a break there."""

    text: str
    is_strong: bool


def units_of(text: str) -> list[Unit]:
    """``text`` in pieces: put together again, they are what it was."""
    starts = {match.start() for rule in (BURMESE, THAI_LAO, KHMER) for match in rule.finditer(text)}
    units, begin = [], 0
    for at in range(1, len(text)):
        if strong := _breaks_well(text, at):
            units.append(Unit(text[begin:at], strong))
            begin = at
        elif _breaks_somehow(text, at, starts):
            units.append(Unit(text[begin:at], is_strong=False))
            begin = at
    return [*units, Unit(text[begin:], is_strong=True)] if text else []


def without_marks(text: str) -> str:
    """``text`` without the marks that only say where it may be broken, and without controls."""
    return re.sub("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]", "", text)


def cut(text: str, most: int) -> str:
    """At most so many characters of ``text``, never in the middle of what is written as one."""
    end = min(most, len(text))
    while 0 < end < len(text) and _hangs_on(text[end], text[end - 1]):
        end -= 1
    return text[:end]


def _breaks_well(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == ZERO_WIDTH_SPACE:
        return True
    if _is_space(after):
        return False
    if _is_space(before):  # a dash stays with what it follows
        return not (after in DASHES and (at + 1 == len(text) or _is_space(text[at + 1])))
    is_joined = before in HYPHENS and at > 1 and text[at - 2].isalpha() and after.isalpha()
    return is_joined or (before in DASHES and after.isalpha())


def _breaks_somehow(text: str, at: int, starts: set[int]) -> bool:
    before, after = text[at - 1], text[at]
    if at in starts:
        is_burmese = "\u1000" <= after <= "\u109f"
        return not (is_burmese and KILLED.match(text, at + 1)) and before not in NO_END
    if _is_space(after) or after in NO_START or before in NO_END or _hangs_on(after, before):
        return False
    return before not in GLUE and bool(EAST_ASIAN.match(before) or EAST_ASIAN.match(after))


def _is_space(character: str) -> bool:
    return character.isspace() and character not in GLUE


def _hangs_on(after: str, before: str) -> bool:
    """Marks, joiners, and what a virama or a joiner binds to the one before."""
    kind = unicodedata.category(after)
    joins = before == "\u200d" or unicodedata.combining(before) == 9
    return kind.startswith("M") or after in GLUE or kind == "Cf" or joins
