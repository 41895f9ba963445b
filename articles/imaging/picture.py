"""A decoded picture, of which upright parts are taken without ever copying the whole.

Sixty megapixels are 240 MB as they are. Each part is therefore reduced on its way, strip by strip
where its pixels need work first.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from articles.imaging.avif import AvifPhoto
from articles.imaging.heif import HeifPhoto
from articles.imaging.intake import decode
from articles.imaging.look import Box
from articles.imaging.orientation import Pixels, orientation, stored_box, turned_size, upright
from articles.imaging.plain import is_plain, plain
from articles.imaging.webp import WebpPhoto

# A part has this many times the pixels a side that are asked for, so that the last step is sharp;
# a huge one only as many as are needed.
SPARE, HUGE = 1.5, 16_000_000
STRIP = 64


@dataclass(frozen=True)
class Part:
    """``image`` shows ``box`` of the upright picture, in the colours of the file's profile."""

    box: Box
    image: Image.Image

    @property
    def scale(self) -> float:
        """How many pixels wide the whole picture would be."""
        return self.image.width / self.box[2]

    def place(self, box: Box) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of ``box`` in the pixels of ``image``; may lie outside."""
        across, down = self.image.width / self.box[2], self.image.height / self.box[3]
        left, top = (box[0] - self.box[0]) * across, (box[1] - self.box[1]) * down
        return left, top, left + box[2] * across, top + box[3] * down


class Picture:
    """``original`` is the upright size in the file, ``size`` the one that was decoded."""

    def __init__(self, image: Image.Image, width: int) -> None:
        """Decode ``image`` at least ``width`` pixels wide, as seen; raises RefusedImage."""
        self.turn = orientation(image)
        self.original = turned_size(image.size, self.turn)
        self.profile: bytes | None = image.info.get("icc_profile")
        # WebP is unpacked just as big as the biggest part is made.
        width = round(width * SPARE) if isinstance(image, WebpPhoto) else width
        height = round(self.original[1] * width / self.original[0])
        # JPEG decodes to a half, a quarter or an eighth at once.
        image.draft(None, turned_size((width, height), self.turn))
        decode(image)
        self.image = image
        self.size = turned_size(image.size, self.turn)

    def part(self, box: Box, width: int) -> Part:
        """``box``, at least ``width`` pixels wide where the picture has them."""
        left, top, right, bottom = pixels = self._pixels(box)
        stored = stored_box(pixels, self.image.size, self.turn)
        reduced = self._reduced(stored, (right - left) / width)
        across, down = self.size
        exact = left / across, top / down, (right - left) / across, (bottom - top) / down
        return Part(exact, upright(reduced, self.turn))

    def _pixels(self, box: Box) -> Pixels:
        """Whole pixels around ``box``."""
        width, height = self.size
        left = min(int(box[0] * width), width - 1)
        top = min(int(box[1] * height), height - 1)
        right = min(width, max(left + 1, -int(-(box[0] + box[2]) * width // 1)))
        bottom = min(height, max(top + 1, -int(-(box[1] + box[3]) * height // 1)))
        return left, top, right, bottom

    def _reduced(self, box: Pixels, ratio: float) -> Image.Image:
        """``ratio``: how many of the picture's pixels a side there are for each that is needed."""
        if isinstance(self.image, WebpPhoto):
            return self.image.scaled(box, max(1.0, ratio / SPARE))
        left, top, right, bottom = box
        spare = SPARE if (right - left) * (bottom - top) < HUGE else 1.0
        factor = max(1, int(ratio / spare))
        if is_plain(self.image) and not isinstance(self.image, HeifPhoto | AvifPhoto):
            is_whole = factor == 1 and box == (0, 0, *self.image.size)
            return self.image if is_whole else self.image.reduce(factor, box)
        return self._in_strips(box, factor)

    def _in_strips(self, box: Pixels, factor: int) -> Image.Image:
        left, top, right, bottom = box
        rows = factor * max(1, STRIP // factor)
        made: Image.Image | None = None
        for start in range(top, bottom, rows):
            cut = self.image.crop((left, start, right, min(start + rows, bottom)))
            strip = plain(cut).reduce(factor)
            if made is None:
                made = Image.new(strip.mode, (strip.width, -((top - bottom) // factor)))
            made.paste(strip, (0, (start - top) // factor))
        return made or Image.new("RGB", (1, 1))
