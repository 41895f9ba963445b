"""A headline in lines: as big as fits, in at most four; else cut at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.imaging.cards.setting import Hand, Line, line_of
from articles.text.line_breaks import Unit, cut, units_of

MOST_LINES = 4
SIZES = range(84, 39, -4)
# Between the ink of two lines, and the least from base line to base line, in parts of the size.
GAP, LEAST_LEADING = 0.16, 1.16
# A break that readers expect is taken if it leaves no more than this of the line empty.
ENOUGH = 0.62
ELLIPSIS = "…"
TRIMMED = " \u00a0,;:–—-،؛"


@dataclass(frozen=True)
class Block:
    """``leading``: from base line to base line; ``above`` and ``below``: the ink around them."""

    lines: tuple[Line, ...]
    leading: float
    above: float
    below: float

    @property
    def height(self) -> float:
        return self.above + self.leading * (len(self.lines) - 1) + self.below


def fitted(text: str, hand: Hand, width: float, height: float) -> Block:
    """The biggest size that fits; of what is too long for the smallest, what there is room for."""
    units = units_of(" ".join(text.split()))
    for size in SIZES:
        hand = replace(hand, size=size)
        block = _block(_balanced(units, hand, width), hand)
        if _fits(block, width, height):
            return block
    return _shortened(units, hand, width, height)


def one_line(text: str, hand: Hand, width: float) -> Line:
    """Cut at a word if need be."""
    units = units_of(" ".join(text.split()))
    line = line_of(_joined(units), hand)
    while line.width > width and len(units) > 1:
        units = units[:-1]
        line = line_of(_joined(units).rstrip(TRIMMED) + ELLIPSIS, hand)
    return line if line.width <= width else _letters(units[0].text, hand, width)


def _fits(block: Block, width: float, height: float) -> bool:
    wide = all(line.width <= width for line in block.lines)
    return len(block.lines) <= MOST_LINES and block.height <= height and wide


def _block(texts: Sequence[str], hand: Hand) -> Block:
    lines = tuple(line_of(text, hand) for text in texts)
    above = max((line.ink[0] for line in lines), default=0)
    below = max((line.ink[1] for line in lines), default=0)
    leading = max(above + below + GAP * hand.size, LEAST_LEADING * hand.size)
    return Block(lines, leading, above, below)


def _balanced(units: Sequence[Unit], hand: Hand, width: float) -> list[str]:
    """As few lines as there must be, and those of about the same length."""
    widths = [line_of(unit.text, hand).width for unit in units]
    space = line_of("n n", hand).width - line_of("nn", hand).width
    least, best = 0.0, _broken(units, widths, space, width)
    most = width
    for _step in range(6):
        middle = (least + most) / 2
        tried = _broken(units, widths, space, middle)
        is_wide = any(part > middle for part in widths)
        if is_wide or len(tried) > len(best):
            least = middle
        else:
            most, best = middle, tried
    return best


def _broken(
    units: Sequence[Unit], widths: Sequence[float], space: float, width: float
) -> list[str]:
    lines: list[str] = []
    at = 0
    while at < len(units):
        end = _end_of_line(units, widths, space, width, at)
        lines.append(_joined(units[at:end]))
        at = end
    return lines


def _end_of_line(
    units: Sequence[Unit], widths: Sequence[float], space: float, width: float, at: int
) -> int:
    taken, end, well = 0.0, at, at
    while end < len(units) and (end == at or taken + widths[end] <= width):
        taken += widths[end] + (space if units[end].text[-1:].isspace() else 0)
        end += 1
        if units[end - 1].is_strong and taken >= ENOUGH * width:
            well = end
    return well if at < well and end < len(units) else end


def _joined(units: Sequence[Unit]) -> str:
    return "".join(unit.text for unit in units).strip()


def _shortened(units: Sequence[Unit], hand: Hand, width: float, height: float) -> Block:
    """Words go from the end until the rest fits; of one that is wider than a line, letters."""
    for many in range(len(units) - 1, 0, -1):
        kept = _joined(units[:many]).rstrip(TRIMMED) + ELLIPSIS
        widths = units_of(kept)
        block = _block(_balanced(widths, hand, width), hand)
        if _fits(block, width, height):
            return block
    line = _letters(units[0].text, hand, width)
    above, below = line.ink
    return Block((line,), 0, above, below)


def _letters(text: str, hand: Hand, width: float) -> Line:
    line = line_of(text, hand)
    many = len(text)
    while line.width > width and many > 1:
        many -= 1
        line = line_of(cut(text, many) + ELLIPSIS, hand)
    return line
