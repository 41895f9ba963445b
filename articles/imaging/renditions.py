"""Renditions: the public files of a picture, upright, in sRGB, with public words only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from articles.imaging.blurring import Mosaic
from articles.imaging.crops import box_of
from articles.imaging.files import RenderedFile, encode
from articles.imaging.intake import opened
from articles.imaging.look import Box, Look
from articles.imaging.orientation import upright_size
from articles.imaging.picture import Part, Picture
from articles.imaging.plain import in_srgb
from articles.imaging.plan import ALL, FIRST, Piece, sizes
from articles.imaging.words import PublicWords, xmp_packet

# A picture is made of another crop's finished one that is so many times as wide.
SHARP = 1.05


@dataclass(frozen=True)
class Planned:
    """A piece of this picture: where it is, and its sizes in pixels, biggest first."""

    piece: Piece
    box: Box
    sizes: tuple[tuple[int, int], ...]

    @property
    def scale(self) -> float:
        """How wide the whole picture must be for the biggest file, in pixels."""
        return self.sizes[0][0] / self.box[2]


def first_files(data: bytes, look: Look, words: PublicWords) -> list[RenderedFile]:
    """The few JPEGs with which a photo can be used at once; raises RefusedImage as ``inspect``."""
    return _files(data, look, words, FIRST)


def all_files(data: bytes, look: Look, words: PublicWords) -> list[RenderedFile]:
    """Every file of ``plan.ALL``, each crop biggest first; raises RefusedImage as ``inspect``."""
    return _files(data, look, words, ALL)


def _files(
    data: bytes, look: Look, words: PublicWords, pieces: Sequence[Piece]
) -> list[RenderedFile]:
    parts, profile = _parts(data, look, pieces)
    press = Press(profile, xmp_packet(words))
    return [file for planned, part in parts for file in press.files(planned, part)]


def _parts(
    data: bytes, look: Look, pieces: Sequence[Piece]
) -> tuple[list[tuple[Planned, Part]], bytes | None]:
    """What each piece is made of, and the file's colour profile.

    The decoded picture ends here, so that its memory is free for the encoders.
    """
    with opened(data) as image:
        planned = [_planned(piece, look, *upright_size(image)) for piece in pieces]
        picture = Picture(image, round(max(one.scale for one in planned)))
        parts = Parts(picture, look)
        return [(one, parts.holding(one.box, one.sizes[0][0])) for one in planned], picture.profile


def _planned(piece: Piece, look: Look, width: int, height: int) -> Planned:
    box = box_of(piece.crop, look, width, height)
    across, down = max(1, round(box[2] * width)), max(1, round(box[3] * height))
    return Planned(piece, box, tuple(sizes(piece, across, down)))


class Parts:
    """The decoded parts of a picture, protected areas painted over, each made once."""

    def __init__(self, picture: Picture, look: Look) -> None:
        self.picture = picture
        self.mosaics = [Mosaic(picture, area) for area in look.blurred]
        self.made: list[Part] = []

    def holding(self, box: Box, width: int) -> Part:
        """A part that shows ``box`` at least ``width`` wide, if the picture has as much."""
        scale = min(width / box[2], self.picture.size[0])
        for part in self.made:
            if part.scale >= scale * 0.999 and holds(part.box, box):
                return part
        part = self.picture.part(box, width)
        for mosaic in self.mosaics:
            mosaic.paint(part)
        self.made.append(part)
        return part


def holds(outer: Box, box: Box) -> bool:
    slip = 1e-6
    starts = all(outer[at] <= box[at] + slip for at in (0, 1))
    return starts and all(
        outer[at] + outer[at + 2] >= box[at] + box[at + 2] - slip for at in (0, 1)
    )


class Press:
    """A crop that shows just what another one shows is the same file under another name."""

    def __init__(self, profile: bytes | None, xmp: bytes) -> None:
        self.profile, self.xmp = profile, xmp
        self.made: dict[tuple[Box, int, int, str], RenderedFile] = {}
        self.sized: list[Part] = []

    def files(self, planned: Planned, part: Part) -> Iterator[RenderedFile]:
        crop, formats = planned.piece.crop, planned.piece.formats
        image: Image.Image | None = None
        for size in planned.sizes:
            keys = {name: (planned.box, *size, name) for name in formats}
            missing = [name for name in formats if keys[name] not in self.made]
            if missing:
                image = self._sized(image, planned.box, part, size)
                self.sized.append(Part(planned.box, image))
                self.made |= {keys[name]: encode(image, crop, name, self.xmp) for name in missing}
            yield from (replace(self.made[key], crop=crop) for key in keys.values())

    def _sized(
        self, bigger: Image.Image | None, box: Box, part: Part, size: tuple[int, int]
    ) -> Image.Image:
        """From the size before: small steps cost less than long ones.

        Lanczos, because cheaper filters lose a tenth to a quarter of the sharpness on the way.
        """
        if bigger:
            return bigger.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        for made in reversed(self.sized):
            if made.scale >= SHARP * size[0] / box[2] and holds(made.box, box):
                return _scaled(made, box, size)
        # Converted only now: only the pixels that are kept.
        return in_srgb(_scaled(part, box, size), self.profile)


def _scaled(part: Part, box: Box, size: tuple[int, int]) -> Image.Image:
    left, top, right, bottom = part.place(box)
    width, height = part.image.size
    seen = max(0.0, left), max(0.0, top), min(float(width), right), min(float(height), bottom)
    return part.image.resize(size, Image.Resampling.LANCZOS, box=seen, reducing_gap=2.0)
