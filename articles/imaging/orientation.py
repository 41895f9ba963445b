"""Which way up: the orientation that a camera notes instead of turning the pixels."""

from __future__ import annotations

from PIL import ExifTags, Image

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
QUARTERS = {5, 6, 7, 8}


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as the picture is seen."""
    width, height = image.size
    return (height, width) if _orientation(image) in QUARTERS else (width, height)


def upright(image: Image.Image) -> Image.Image:
    turn = TURNS.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """EXIF's, else XMP's; a broken block means that nothing is turned."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # the blocks are written by anybody's software, in any state
        return 1
    return value if isinstance(value, int) else 1
