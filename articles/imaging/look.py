"""How a photo is shown: its crops, the point that matters, and what nobody may recognise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Left, top, width and height, in fractions of the picture as it is seen.
Box = tuple[float, float, float, float]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True)
class Look:
    """``crops``: the editor's own boxes by crop name (``full`` is the free crop).

    Crops without a box follow ``focal`` (from the left and from the top, in fractions).
    ``blurred``: areas of which no public file may show any detail.
    """

    crops: Mapping[str, Box] = field(default_factory=dict)
    blurred: tuple[Box, ...] = ()
    focal: tuple[float, float] = (0.5, 0.4)


def inside(box: Box, outer: Box = WHOLE) -> Box:
    """The part of ``box`` within ``outer``; without width or height where they do not meet."""
    left, top = (max(box[at], outer[at]) for at in (0, 1))
    right, bottom = (min(box[at] + box[at + 2], outer[at] + outer[at + 2]) for at in (0, 1))
    return left, top, max(0.0, right - left), max(0.0, bottom - top)
