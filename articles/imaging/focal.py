"""Crops around the point that matters."""

from __future__ import annotations


def crop_box(
    width: int, height: int, ratio: tuple[int, int], focal: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The largest box (left, top, right, bottom) of ``ratio`` inside the picture.

    ``focal`` is given in fractions from the top left corner; the box is centred on it as far as
    the edges allow, so that it always holds it.
    """
    across, down = ratio
    if width * down > height * across:
        size = (max(1, round(height * across / down)), height)
    else:
        size = (width, max(1, round(width * down / across)))
    left = _start(width, size[0], focal[0])
    top = _start(height, size[1], focal[1])
    return left, top, left + size[0], top + size[1]


def _start(whole: int, part: int, fraction: float) -> int:
    return min(max(round(whole * fraction - part / 2), 0), whole - part)
