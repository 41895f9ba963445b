"""The structure of a JPEG: counted before anything decodes it."""

from __future__ import annotations

import re

# A progressive picture has about ten scans, a camera's file a few dozen segments.
MAX_SCANS = 64
MAX_SEGMENTS = 2000
JPEG = b"\xff\xd8\xff"
# 0xFF00 is a stuffed byte and 0xFFD0 to 0xFFD7 are restarts: both belong to the pixels.
MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
END, SCAN = 0xD9, 0xDA
BARE = {0x01, 0xD8}


def is_laboured(data: bytes) -> bool:
    """Whether decoding would take out of all proportion.

    Ninety bytes are enough for one more pass over sixty million pixels, four for one more segment
    that a reader has to keep.
    """
    scans = segments = at = 0
    while data.startswith(JPEG) and (found := MARKER.search(data, at)):
        kind = found.group(1)[0]
        if kind == END:
            break
        scans += kind == SCAN
        segments += 1
        if scans > MAX_SCANS or segments > MAX_SEGMENTS:
            return True
        at = found.end() + (0 if kind in BARE else _length(data, found.end()))
    return False


def _length(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
