"""Which font a character is set in: the Noto fonts of this machine, by the character's script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from PIL import ImageFont, features

from articles.imaging.cards.bidi import library
from articles.imaging.cards.coverage import characters_in

BOLD, REGULAR = "Bold", "Regular"
EUROPEAN = "NotoSans"
EAST_ASIAN = "NotoSansCJK"
NASTALIQ = "NotoNastaliqUrdu"
# In whose letters Urdu and Kashmiri are read.
IN_NASTALIQ = ("ur", "ks")
# Unlike other format characters these enclose or begin a number, and are seen.
SEEN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
FAMILIES = {
    **dict.fromkeys(("LATIN", "CYRILLIC", "GREEK"), EUROPEAN),
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"), EAST_ASIAN),
}
# The faces of the collection of East Asian fonts, by language; Chinese without more is simplified.
FACES = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 3, "zh-tw": 3, "zh-hk": 4}


class NoGlyph(Exception):
    """No font of this machine has a glyph for the character."""


@dataclass(frozen=True)
class Font:
    path: str
    index: int = 0

    def has(self, character: str) -> bool:
        return ord(character) in characters_in(self.path, self.index)


def font_for(character: str, language: str, weight: str) -> Font:
    """Raises NoGlyph."""
    for family in _families(character, language):
        font = _font(family, language, weight)
        if font and font.has(character):
            return font
    for path in _all_of(weight):
        if Font(path).has(character):
            return Font(path)
    raise NoGlyph(character)


def is_seen(character: str) -> bool:
    """Spaces, joiners and marks of direction need no glyph, nor do variation selectors."""
    if character.isspace() or unicodedata.category(character) in ("Cf", "Cc"):
        return character in SEEN_FORMATS
    return not 0xFE00 <= ord(character) <= 0xFE0F


@lru_cache(maxsize=128)
def loaded(font: Font, size: int) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM
    return ImageFont.truetype(font.path, size, index=font.index, layout_engine=layout)


@cache
def fonts_known() -> tuple[object, ...]:
    """What decides which words can be set here, as this process found it when it began."""
    files = sorted((name, Path(path).stat().st_size) for name, path in _paths().items())
    return features.check("raqm"), library() is not None, *files


def _families(character: str, language: str) -> Iterator[str]:
    script = unicodedata.name(character, "").partition(" ")[0].removesuffix("-")
    if script == "ARABIC" and language.split("-")[0] in IN_NASTALIQ:
        yield NASTALIQ
    yield FAMILIES.get(script, f"NotoSans{script.title()}")
    yield from (EUROPEAN, EAST_ASIAN)


@lru_cache(maxsize=1024)
def _font(family: str, language: str, weight: str) -> Font | None:
    if family == EAST_ASIAN:
        path = _paths().get(f"{family}-{weight}.ttc")
        said = language.lower()
        return Font(path, FACES.get(said, FACES.get(said.split("-")[0], 0))) if path else None
    path = _paths().get(f"{family}-{weight}.ttf")
    return Font(path) if path else None


@cache
def _all_of(weight: str) -> list[str]:
    return [
        path
        for name, path in sorted(_paths().items())
        if name.startswith(EUROPEAN) and name.endswith(f"-{weight}.ttf")
    ]


@cache
def _paths() -> dict[str, str]:
    """Of the first folder that has a file of that name."""
    found: dict[str, str] = {}
    for folder in settings.SHARE_CARD_FONTS:
        for path in sorted(Path(folder).glob("Noto*.tt[cf]")):
            found.setdefault(path.name, str(path))
    return found
