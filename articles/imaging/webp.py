"""WebP, unpacked by libwebp at the size it is needed in, never as a whole beside itself.

A lossless picture takes its four bytes a pixel while it is unpacked, a lossy one next to nothing,
but its transparency may be coded like a lossless picture, and takes one byte more.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from PIL import Image, ImageFile

from articles.imaging import libwebp
from articles.imaging.plain import plain

HEAD = 12
WORDS = {b"ICCP": "icc_profile", b"EXIF": "exif", b"XMP ": "xmp"}
# A picture has a handful of pieces; its words, and its profile, are never this long.
MAX_PIECES, MAX_WORDS = 1000, 4 * 1024 * 1024
CANVAS, LOSSY, LOSSLESS, CLEAR = b"VP8X", b"VP8 ", b"VP8L", b"ALPH"
# Bytes of each pixel while the library unpacks; what holds the transparency is not said up front.
HELD = {LOSSLESS: 4, CLEAR: 5}
Box = tuple[int, int, int, int]
# The picture as a whole is kept with so many pixels; what needs more is unpacked by itself.
MOST_KEPT = 8_000_000
# As the smallest that a JPEG is unpacked at: the library's sums hold for that and far beyond.
COARSEST = 8
# What rounding leaves of one and the same ratio.
SAME = 0.999


class WebpPhoto(ImageFile.ImageFile):
    """``size`` is that of the file; pixels are taken with ``scaled`` alone, on white paper."""

    format = "WEBP"
    format_description = "WebP"

    def _open(self) -> None:
        self._data = bytes(self.fp.read()) if self.fp else b""
        self._mode, self.n_frames, self._wanted = "RGB", 1, float(COARSEST)
        pieces = list(_pieces(self._data))
        _check_order([kind for kind, _piece in pieces])
        for kind, piece in pieces:
            if kind in WORDS and len(piece) <= MAX_WORDS:
                self.info.setdefault(WORDS[kind], bytes(piece))
        # As the library understands the file, for it is the library that unpacks it.
        found = libwebp.features(self._data)
        self._size = found.width, found.height
        self.n_frames += bool(found.has_animation)
        each = max((HELD.get(kind, 0) for kind, _piece in pieces), default=0)
        # Bytes that unpacking takes beside the file.
        self.held = each * found.width * found.height

    def draft(self, mode: str | None, size: tuple[int, int] | None) -> None:
        """The next ``load`` keeps the picture at least as big as ``size`` asks, if it can."""
        across, down = size or self.size
        self._wanted = max(1.0, min(self.width / across, self.height / down, COARSEST))

    def load(self) -> Any:
        """Every bit of the file is read; raises what libwebp finds wrong."""
        self._ratio = max(self._wanted, (self.width * self.height / MOST_KEPT) ** 0.5)
        self._whole = self._unpacked((0, 0, *self.size), self._ratio)

    def scaled(self, box: Box, ratio: float) -> Image.Image:
        """What stands in ``box``, one pixel for ``ratio`` of them a side."""
        if ratio < self._ratio * SAME:
            return self._unpacked(box, ratio)
        across, down = self._whole.width / self.width, self._whole.height / self.height
        left, top, right, bottom = box
        seen = left * across, top * down, right * across, bottom * down
        return self._whole.resize(_size(box, ratio), Image.Resampling.BOX, box=seen)

    def _unpacked(self, box: Box, ratio: float) -> Image.Image:
        """The library begins at even pixels only."""
        left, top, right, bottom = box
        over = left % 2, top % 2
        grown = left - over[0], top - over[1], right, bottom
        image = plain(libwebp.decoded(self._data, grown, _size(grown, ratio)))
        if not any(over):
            return image
        seen = over[0] / ratio, over[1] / ratio, float(image.width), float(image.height)
        return image.resize(_size(box, ratio), Image.Resampling.BOX, box=seen)


def _size(box: Box, ratio: float) -> tuple[int, int]:
    return ceil((box[2] - box[0]) / ratio), ceil((box[3] - box[1]) / ratio)


def _check_order(kinds: list[bytes]) -> None:
    """Raises ValueError where readers may differ in what the picture is."""
    canvases = [at for at, kind in enumerate(kinds) if kind == CANVAS]
    if canvases not in ([], [0]) or sum(kind in (LOSSY, LOSSLESS) for kind in kinds) > 1:
        raise ValueError("two pictures, or two sizes of one")


def _pieces(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Kind and content of each; raises ValueError for more than any picture has."""
    rest = memoryview(data)[HEAD : 8 + int.from_bytes(data[4:8], "little")]
    for _count in range(MAX_PIECES):
        if len(rest) < 8:
            return
        size = int.from_bytes(rest[4:8], "little")
        yield bytes(rest[:4]), rest[8 : 8 + size]
        rest = rest[8 + size + size % 2 :]
    raise ValueError("pieces without end")
