"""Which public files a photo gets: the one place that says so.

A story shows the photo whole (or as its editor cropped it) in five widths; cards and fronts show
it small and in fixed proportions, where AVIF saves no bytes over WebP worth its tenfold work; the
share card is one JPEG, because that is what every messenger and social network can read. A picture
is never enlarged: what is narrower than the smallest width keeps its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

FULL = "full"
# Width to height; the whole picture has its own proportion.
RATIOS = {"16x9": (16, 9), "3x2": (3, 2), "4x3": (4, 3), "1x1": (1, 1), "share": (1200, 630)}
EVERY, SMALL = ("avif", "webp", "jpeg"), ("webp", "jpeg")
# 1920 wide and as tall as a phone is held (9:16); higher pictures end at a smaller width.
MAX_FILE_PIXELS = 1920 * 3420


@dataclass(frozen=True)
class Piece:
    """One crop in ``widths`` (pixels, ascending), each in every one of ``formats``."""

    crop: str
    widths: tuple[int, ...]
    formats: tuple[str, ...] = SMALL


FIRST = (Piece(FULL, (320, 640), ("jpeg",)),)
ALL = (
    Piece(FULL, (320, 640, 960, 1280, 1920), EVERY),
    Piece("16x9", (320, 640, 960)),
    Piece("3x2", (320, 640, 960)),
    Piece("4x3", (320, 640)),
    Piece("1x1", (320, 640)),
    Piece("share", (1200,), ("jpeg",)),
)


def sizes(piece: Piece, width: int, height: int) -> list[tuple[int, int]]:
    """Width and height of each file, biggest first, for a crop of ``width`` × ``height`` pixels."""
    fitting = takewhile(lambda wide: wide <= width, piece.widths)
    found = [size for wide in fitting if _fits(size := _size(piece.crop, wide, width, height))]
    smallest = min(width, piece.widths[0])
    return found[::-1] or [_size(piece.crop, smallest, width, height)]


def _fits(size: tuple[int, int]) -> bool:
    return size[0] * size[1] <= MAX_FILE_PIXELS


def _size(crop: str, wide: int, width: int, height: int) -> tuple[int, int]:
    across, down = RATIOS.get(crop, (width, height))
    return wide, max(1, round(wide * down / across))
