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
# Where what is seen at the left, or at the top, is stored at the far end of its axis.
FROM_THE_RIGHT, FROM_THE_BOTTOM = {2, 3, 7, 8}, {3, 4, 6, 7}
Pixels = tuple[int, int, int, int]


def orientation(image: Image.Image) -> int:
    """EXIF's, else XMP's; a broken block means that nothing is turned."""
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # the blocks are written by anybody's software, in any state
        return 1
    return value if isinstance(value, int) and value in TURNS else 1


def turned_size(size: tuple[int, int], turn: int) -> tuple[int, int]:
    """Width and height as seen of what is stored, or as stored of what is seen."""
    return (size[1], size[0]) if turn in QUARTERS else size


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height as the picture is seen."""
    return turned_size(image.size, orientation(image))


def stored_box(box: Pixels, stored: tuple[int, int], turn: int) -> Pixels:
    """Where in the file's own pixels stands what is seen in ``box`` (left, top, right, bottom)."""
    left, top, right, bottom = box
    if turn in QUARTERS:
        left, top, right, bottom = top, left, bottom, right
    width, height = stored
    if turn in FROM_THE_RIGHT:
        left, right = width - right, width - left
    if turn in FROM_THE_BOTTOM:
        top, bottom = height - bottom, height - top
    return left, top, right, bottom


def upright(image: Image.Image, turn: int) -> Image.Image:
    return image.transpose(TURNS[turn]) if turn in TURNS else image
