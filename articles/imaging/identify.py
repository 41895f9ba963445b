"""Which kind of picture a file is, whatever its name says; nothing but headers is read."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from articles.imaging import items, kinds, libavif, libwebp
from articles.imaging.avif import AvifPhoto
from articles.imaging.boxes import OddContainer
from articles.imaging.heif import HeifPhoto
from articles.imaging.refused import (
    DAMAGED,
    LABOURED,
    MAX_PIXELS,
    RefusedImage,
    too_many_pixels,
)
from articles.imaging.webp import WebpPhoto

OPENED_BY_PILLOW = ("JPEG", "PNG")


def identified(data: bytes) -> Image.Image:
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
        raise RefusedImage(too_many_pixels()) from error
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


def _not_a_photo(data: bytes) -> str:
    if kinds.is_photo(data):
        return str(DAMAGED)
    told = _("This is not a JPEG, PNG, WebP, AVIF or HEIC picture.")
    return f"{told} {kinds.description(data)}".strip()
