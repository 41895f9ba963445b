"""The structure of a JPEG: counted before anything decodes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A progressive picture has about ten scans, a camera's file a few dozen segments.
MAX_SCANS = 64
MAX_SEGMENTS = 2000
JPEG = b"\xff\xd8\xff"
# 0xFF00 is a stuffed byte and 0xFFD0 to 0xFFD7 are restarts: both belong to the pixels.
MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
END, SCAN = 0xD9, 0xDA
BARE = {0x01, 0xD8}
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
PROGRESSIVE = {0xC2, 0xC6, 0xCA, 0xCE}


@dataclass
class Scans:
    """What a walk over the segments found.

    ``end`` is where the picture ends (in bytes), ``held`` how many bytes a decoder must hold
    besides the pixels: of a picture in several passes all coefficients, of others none.
    """

    is_laboured: bool = False
    end: int = 0
    held: int = 0


def walk(data: bytes) -> Scans:
    """``is_laboured`` when decoding would take out of all proportion.

    Ninety bytes are enough for one more pass over sixty million pixels, four for one more segment
    that a reader has to keep.
    """
    found = Scans(end=len(data))
    scans = segments = at = coefficients = components = 0
    while marker := MARKER.search(data, at):
        kind, start = marker.group(1)[0], marker.end()
        if kind == END:
            found.end = start
            break
        segments += 1
        scans += kind == SCAN
        found.is_laboured |= scans > MAX_SCANS or segments > MAX_SEGMENTS
        if found.is_laboured:
            break
        if kind in FRAMES:
            coefficients, components = _coefficients(data[start + 2 :][:1024])
            found.held = coefficients if kind in PROGRESSIVE else 0
        elif kind == SCAN and data[start + 2 : start + 3] < bytes([components]):
            found.held = coefficients
        at = start + (0 if kind in BARE else _number(data, start))
    return found


def _coefficients(frame: bytes) -> tuple[int, int]:
    """Two bytes for each sample of each component, and how many components there are.

    Of a header that is cut off: none, and the decoder refuses it.
    """
    if len(frame) < 6:
        return 0, 0
    height, width, components = _number(frame, 1), _number(frame, 3), frame[5]
    factors = [(one >> 4, one & 15) for one in frame[7 : 6 + 3 * components : 3]]
    most = max((across * down for across, down in factors), default=1) or 1
    samples = sum(width * height * across * down // most for across, down in factors)
    return 2 * samples, components


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
