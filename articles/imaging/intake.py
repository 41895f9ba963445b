"""Intake: what a file really is, decided by its content, before anything is kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image

from articles.imaging import av1, ends, kinds
from articles.imaging.avif import AvifPhoto
from articles.imaging.boxes import OddContainer
from articles.imaging.identify import identified
from articles.imaging.metadata import PhotoMetadata, read_metadata
from articles.imaging.orientation import upright_size
from articles.imaging.refused import (
    DAMAGED,
    LABOURED,
    MAX_PIXELS,
    TOO_DEEP,
    TOO_FULL,
    RefusedImage,
    too_many_pixels,
)
from articles.imaging.scans import JPEG, walk
from articles.imaging.webp import WebpPhoto

MAX_BYTES = 50 * 1024 * 1024
MIN_SIDE = 64
# What a progressive JPEG holds beside its pixels: sixty megapixels with halved colour.
MAX_HELD = 192_000_000
# What an AVIF takes together with what it is unpacked into: sixty megapixels of full colour, or of
# ten bits with halved colour, and the heaviest file.
MAX_UNPACKED = 240_000_000
# As above, for a WebP, which is made smaller on its way: sixty megapixels in a file of 16 MB.
MAX_WEBP = 256_000_000
# At 1920 wide, eight times as high is just what WebP can hold.
MAX_PROPORTION = 8
FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif", "HEIC": ".heic"}
# A camera's JPEG with a preview behind it: the first picture is the photo.
SEVERAL_IN_ONE = "MPO"


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
    with opened(data) as image:
        width, height = upright_size(image)
        metadata = read_metadata(image)
        # An eighth of a JPEG is enough: every bit of the file is read for it.
        image.draft(None, (1, 1))
        decode(image)
        kind = "JPEG" if image.format == SEVERAL_IN_ONE else str(image.format)
        return Intake(
            format=kind,
            content_type=f"image/{kind.lower()}",
            extension=FORMATS[kind],
            width=width,
            height=height,
            sha256=hashlib.sha256(data).hexdigest(),
            metadata=metadata,
        )


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """The picture with only its header read and found safe to decode; raises RefusedImage."""
    _check_file(data)
    with identified(data) as image:
        _check_shape(image)
        if isinstance(image, AvifPhoto):
            _check_planes(data)
        if isinstance(image, WebpPhoto) and image.held + len(data) > MAX_WEBP:
            raise RefusedImage(TOO_FULL)
        yield image


def decode(image: Image.Image) -> None:
    """Unpack the pixels; raises RefusedImage where the file ends too early or makes no sense."""
    try:
        image.load()
    except Exception as error:  # Pillow's decoders fail in a dozen ways that all mean this
        raise RefusedImage(DAMAGED) from error


def _check_file(data: bytes) -> None:
    if not data:
        raise RefusedImage(_("The file is empty."))
    if len(data) > MAX_BYTES:
        raise RefusedImage(
            _("The file has %(size)s MB; %(most)s MB is the most.")
            % {"size": f"{len(data) / 2**20:.1f}", "most": MAX_BYTES // 2**20}
        )
    if data.startswith(JPEG):
        _check_scans(data)
    if disguise := ends.disguise(data) if kinds.is_photo(data) else "":
        raise RefusedImage(
            _("The file is a picture and %(other)s at once; export it again.") % {"other": disguise}
        )


def _check_scans(data: bytes) -> None:
    found = walk(data)
    if found.is_laboured:
        raise RefusedImage(LABOURED)
    if found.held > MAX_HELD:
        raise RefusedImage(
            _(
                "The progressive JPEG is too big to be read pass by pass; "
                "export it as a baseline JPEG."
            )
        )


def _check_planes(data: bytes) -> None:
    try:
        size = av1.held(data) + len(data)
    except OddContainer as error:
        raise RefusedImage(LABOURED) from error
    except ValueError as error:
        raise RefusedImage(DAMAGED) from error
    if size > MAX_UNPACKED:
        raise RefusedImage(TOO_DEEP)


def _check_shape(image: Image.Image) -> None:
    """By the header alone, before a single pixel is unpacked."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise RefusedImage(too_many_pixels(width, height))
    if min(width, height) < MIN_SIDE:
        raise RefusedImage(
            _(
                "The picture is too small (%(width)s×%(height)s pixels); "
                "%(least)s pixels a side is the least."
            )
            % {"width": width, "height": height, "least": MIN_SIDE}
        )
    if max(width, height) > MAX_PROPORTION * min(width, height):
        raise RefusedImage(
            _(
                "The picture is too long and thin (%(width)s×%(height)s pixels); "
                "crop it to %(most)s:1 at most."
            )
            % {"width": width, "height": height, "most": MAX_PROPORTION}
        )
    if getattr(image, "n_frames", 1) > 1 and image.format != SEVERAL_IN_ONE:
        raise RefusedImage(_("The picture is animated; only still pictures can be taken in."))
