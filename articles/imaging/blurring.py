"""Burning in: what stands in a protected area is in no public file, however it is looked at.

An area is painted over with at most four by four average colours, flowing into each other. They
are measured once per photo, so that comparing its files tells nothing more.
"""

from __future__ import annotations

from math import ceil, floor

from PIL import Image

from articles.imaging.look import Box, inside
from articles.imaging.picture import Part, Picture

Pixels = tuple[float, float, float, float]
# Colours along the longer side of an area: a face becomes a stain.
CELLS = 4
# Pixels around an area in which reducing and decoding have mixed what is inside.
BORDER = 3


class Mosaic:
    """The colours of one area."""

    def __init__(self, picture: Picture, area: Box) -> None:
        self.area = inside(area)
        self.colours: Image.Image | None = None
        if min(self.area[2:]) > 0:
            part = picture.part(self.area, CELLS)
            self.colours = part.image.resize(_cells(self.area, picture), Image.Resampling.BOX)

    def paint(self, part: Part) -> None:
        """Over ``part``, in place, where the area meets it."""
        left, top, right, bottom = part.place(self.area)
        left, top, right, bottom = left - BORDER, top - BORDER, right + BORDER, bottom + BORDER
        seen = (
            max(0, floor(left)),
            max(0, floor(top)),
            min(part.image.width, ceil(right)),
            min(part.image.height, ceil(bottom)),
        )
        if self.colours and seen[0] < seen[2] and seen[1] < seen[3]:
            part.image.paste(_stain(self.colours, (left, top, right, bottom), seen), seen)


def _cells(area: Box, picture: Picture) -> tuple[int, int]:
    """About square ones."""
    width, height = area[2] * picture.size[0], area[3] * picture.size[1]
    longest = max(width, height)
    return max(1, round(CELLS * width / longest)), max(1, round(CELLS * height / longest))


def _stain(colours: Image.Image, area: Pixels, seen: tuple[int, int, int, int]) -> Image.Image:
    """What ``seen`` shows of ``area`` once it is painted with ``colours``."""
    across = colours.width / (area[2] - area[0])
    down = colours.height / (area[3] - area[1])
    box = (
        max(0.0, (seen[0] - area[0]) * across),
        max(0.0, (seen[1] - area[1]) * down),
        min(float(colours.width), (seen[2] - area[0]) * across),
        min(float(colours.height), (seen[3] - area[1]) * down),
    )
    size = seen[2] - seen[0], seen[3] - seen[1]
    return colours.resize(size, Image.Resampling.BILINEAR, box=box)
