"""One line of text, set: runs of one font and one direction, as they stand from left to right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PIL import ImageDraw

from articles.imaging.cards.bidi import NoBidi, levels, visual_order
from articles.imaging.cards.fonts import BOLD, Font, NoGlyph, font_for, is_seen, loaded
from articles.text.line_breaks import without_marks


@dataclass(frozen=True)
class Hand:
    """In which letters a text is set."""

    language: str
    is_rtl: bool
    size: int
    weight: str = BOLD


@dataclass(frozen=True)
class Run:
    text: str
    font: Font
    level: int

    @property
    def direction(self) -> str:
        return "rtl" if self.level % 2 else "ltr"


@dataclass(frozen=True)
class Line:
    """``runs`` as they stand from left to right."""

    runs: tuple[Run, ...]
    hand: Hand

    @property
    def width(self) -> float:
        return sum(self._length(run) for run in self.runs)

    @property
    def ink(self) -> tuple[float, float]:
        """How far it reaches above and below its base line."""
        boxes = [self._box(run) for run in self.runs]
        above = max((-box[1] for box in boxes), default=0)
        return above, max((box[3] for box in boxes), default=0)

    def draw(self, on: ImageDraw.ImageDraw, x: float, y: float, fill: str) -> None:
        """``y`` is the base line."""
        for run in self.runs:
            on.text(
                (x, y), run.text, fill=fill, font=loaded(run.font, self.hand.size), anchor="ls",
                direction=run.direction, language=self.hand.language,
            )  # fmt: skip
            x += self._length(run)

    def _length(self, run: Run) -> float:
        return loaded(run.font, self.hand.size).getlength(
            run.text, direction=run.direction, language=self.hand.language
        )

    def _box(self, run: Run) -> tuple[float, float, float, float]:
        return loaded(run.font, self.hand.size).getbbox(
            run.text, anchor="ls", direction=run.direction, language=self.hand.language
        )


def line_of(text: str, hand: Hand) -> Line:
    """Raises NoGlyph, or NoBidi."""
    text = without_marks(text).strip()
    runs = list(_runs(text, hand))
    order = visual_order([run.level for run in runs])
    return Line(tuple(runs[at] for at in order), hand)


def can_set(text: str, language: str) -> bool:
    """Whether this machine has the fonts, and what orders text from right to left."""
    try:
        line_of(text, Hand(language, is_rtl=False, size=0))
    except (NoGlyph, NoBidi):
        return False
    return True


def _runs(text: str, hand: Hand) -> Iterator[Run]:
    fonts = list(_fonts(text, hand))
    rows = zip(text, fonts, levels(text, is_rtl=hand.is_rtl), strict=True)
    for (font, level), group in groupby(rows, key=lambda row: (row[1], row[2])):
        yield Run("".join(character for character, _font, _level in group), font, level)


def _fonts(text: str, hand: Hand) -> Iterator[Font]:
    """What belongs to no script stays in the font of the letters before it, if that has it."""
    before: Font | None = _first_font(text, hand)
    for character in text:
        if before is None or _wants_its_own(character, before):
            before = font_for(character, hand.language, hand.weight)
        yield before


def _first_font(text: str, hand: Hand) -> Font | None:
    letters = (one for one in text if one.isalpha())
    first = next(letters, None) or next((one for one in text if is_seen(one)), None)
    return font_for(first, hand.language, hand.weight) if first else None


def _wants_its_own(character: str, before: Font) -> bool:
    if not is_seen(character):
        return False
    return unicodedata.category(character)[0] == "L" or not before.has(character)
