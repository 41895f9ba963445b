"""Crops: the editor's own boxes, or the biggest around the point that matters."""

from __future__ import annotations

from articles.imaging.look import WHOLE, Box, Look, inside
from articles.imaging.plan import FULL, RATIOS

# A box thinner than this is a slip of the mouse.
LEAST = 0.01


def box_of(crop: str, look: Look, width: int, height: int) -> Box:
    """The part of a picture of ``width`` × ``height`` pixels that ``crop`` shows.

    An own box is trimmed to the crop's proportion. The others stay within the free crop, so that
    what an editor cut away comes back nowhere.
    """
    full = _own(FULL, look) or WHOLE
    if crop == FULL:
        return full
    own = _own(crop, look)
    outer = own or full
    focal = (0.5, 0.5) if own else _within(look.focal, full)
    left, top, right, bottom = crop_box(
        max(1, round(outer[2] * width)), max(1, round(outer[3] * height)), RATIOS[crop], focal
    )
    box = left / width, top / height, (right - left) / width, (bottom - top) / height
    return inside((outer[0] + box[0], outer[1] + box[1], box[2], box[3]))


def _own(crop: str, look: Look) -> Box | None:
    box = look.crops.get(crop)
    box = inside(box) if box else None
    return box if box and min(box[2:]) >= LEAST else None


def _within(focal: tuple[float, float], box: Box) -> tuple[float, float]:
    """``focal`` in fractions of ``box``: its nearest point, where the focal point was cut away."""
    across = min(max((focal[0] - box[0]) / box[2], 0.0), 1.0)
    down = min(max((focal[1] - box[1]) / box[3], 0.0), 1.0)
    return across, down


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
