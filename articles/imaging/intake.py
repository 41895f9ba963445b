"""Intake: what a file really is, decided by its content, before anything is kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image

from articles.imaging import av1, ends, items, kinds, libavif, libwebp
from articles.imaging.avif import AvifPhoto
from articles.imaging.boxes import OddContainer
from articles.imaging.heif import HeifPhoto
from articles.imaging.metadata import PhotoMetadata, read_metadata
from articles.imaging.orientation import upright_size
from articles.imaging.scans import JPEG, walk
from articles.imaging.webp import WebpPhoto

MAX_BYTES = 50 * 1024 * 1024
MAX_PIXELS = 60_000_000
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
OPENED_BY_PILLOW = ("JPEG", "PNG")
# A camera's JPEG with a preview behind it: the first picture is the photo.
SEVERAL_IN_ONE = "MPO"
LABOURED = gettext_lazy("The file is built to exhaust what reads it; export it again.")
TOO_DEEP = gettext_lazy(
    "The AVIF has too many pixels for its depth and colours; "
    "export it with 8 bits and halved colour (4:2:0), or as JPEG."
)
TOO_FULL = gettext_lazy(
    "The WebP is lossless or transparent and has too many pixels for that; "
    "export it lossy and without transparency, or as JPEG."
)
DAMAGED = gettext_lazy("The file is damaged or incomplete; export it again.")


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
    with _identified(data) as image:
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


def _identified(data: bytes) -> Image.Image:
    """Nothing but the admitted formats is tried; Pillow's own limits stay as they are."""
    try:
        if kinds.is_heic(data):
            _check_items(data)
            return HeifPhoto(BytesIO(data))
        if kinds.is_avif(data):
            _check_readable("AVIF")
            return AvifPhoto(BytesIO(data))
        if kinds.is_webp(data):
            _check_readable("WebP")
            return WebpPhoto(BytesIO(data))
        return Image.open(BytesIO(data), formats=OPENED_BY_PILLOW)
    except RefusedImage:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedImage(_too_many_pixels()) from error
    except Exception as error:  # as in ``decode``: damaged headers fail in many ways
        raise RefusedImage(_not_a_photo(data)) from error


def _check_readable(name: str) -> None:
    if name in unreadable():
        raise RefusedImage(
            _("This server cannot read %(name)s pictures; export it as JPEG or PNG.")
            % {"name": name}
        )


def unreadable() -> dict[str, str]:
    """Formats that cannot be taken in here, and why."""
    libraries = {"WebP": libwebp.LINKED, "AVIF": libavif.LINKED}
    return {name: linked.fault for name, linked in libraries.items() if linked.fault}


def _check_items(data: bytes) -> None:
    """Tiles may reach over the picture's edge, but not for ever."""
    try:
        is_laboured = items.decoded_pixels(data) > 2 * MAX_PIXELS
    except OddContainer as error:
        raise RefusedImage(LABOURED) from error
    if is_laboured:
        raise RefusedImage(LABOURED)


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
        raise RefusedImage(_too_many_pixels(width, height))
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


def _not_a_photo(data: bytes) -> str:
    if kinds.is_photo(data):
        return str(DAMAGED)
    told = _("This is not a JPEG, PNG, WebP, AVIF or HEIC picture.")
    return f"{told} {kinds.description(data)}".strip()


def _too_many_pixels(width: int = 0, height: int = 0) -> str:
    said = {"width": width, "height": height, "most": MAX_PIXELS // 1_000_000}
    if width:
        told = _(
            "The picture has too many pixels (%(width)s×%(height)s); "
            "%(most)s megapixels is the most."
        )
    else:
        told = _("The picture has too many pixels; %(most)s megapixels is the most.")
    return told % said
