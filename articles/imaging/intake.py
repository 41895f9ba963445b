"""Intake: what a file really is, decided by its content, before anything is kept of it."""

from __future__ import annotations

import hashlib
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from articles.imaging.metadata import PhotoMetadata, read_metadata

MAX_BYTES = 50 * 1024 * 1024
MAX_PIXELS = 60_000_000
MIN_SIDE = 64
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif"}
# EXIF orientations that turn the picture by a quarter.
TURNED = {5, 6, 7, 8}
ORIENTATION = 0x0112


class RefusedImage(ValueError):
    """Not taken in; the sentence is for the editor."""


@dataclass(frozen=True)
class Intake:
    """``width`` and ``height`` are in pixels, as the picture is seen (orientation applied)."""

    format: str
    content_type: str
    extension: str
    width: int
    height: int
    sha256: str
    metadata: PhotoMetadata


def inspect(data: bytes) -> Intake:
    """Check everything that could hurt; raises RefusedImage."""
    _check_size(data)
    with opened(data) as image:
        _check_shape(image)
        try:
            image.load()
        except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as e:
            raise RefusedImage("The file is damaged or incomplete; export it again.") from e
        width, height = image.size
        if image.getexif().get(ORIENTATION) in TURNED:
            width, height = height, width
        kind = str(image.format)
        return Intake(
            format=kind,
            content_type=Image.MIME[kind],
            extension=FORMATS[kind],
            width=width,
            height=height,
            sha256=hashlib.sha256(data).hexdigest(),
            metadata=read_metadata(image),
        )


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The picture with only its header read; nothing but the admitted formats is tried."""
    try:
        with warnings.catch_warnings():
            # Pillow's own warning comes before our check of the header's size can speak.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=list(FORMATS))
    except Image.DecompressionBombError as error:
        raise RefusedImage(_too_many_pixels()) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
        raise RefusedImage("This is not a JPEG, PNG, WebP or AVIF picture.") from error
    with image:
        yield image


def _check_size(data: bytes) -> None:
    if not data:
        raise RefusedImage("The file is empty.")
    if len(data) > MAX_BYTES:
        raise RefusedImage(
            f"The file has {len(data) // 2**20} MB; {MAX_BYTES // 2**20} MB is the most."
        )


def _check_shape(image: Image.Image) -> None:
    """By the header alone, before a single pixel is unpacked."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise RefusedImage(_too_many_pixels(width, height))
    if min(width, height) < MIN_SIDE:
        raise RefusedImage(f"The picture is too small ({width}×{height} pixels).")
    if getattr(image, "n_frames", 1) > 1 and image.format != "JPEG":
        raise RefusedImage("The picture is animated; only still pictures can be taken in.")


def _too_many_pixels(width: int = 0, height: int = 0) -> str:
    size = f" ({width}×{height})" if width else ""
    return (
        f"The picture has too many pixels{size}; {MAX_PIXELS // 1_000_000} megapixels is the most."
    )
