"""Why a picture is not taken in, in sentences for the editor."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MAX_PIXELS = 60_000_000
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


def too_many_pixels(width: int = 0, height: int = 0) -> str:
    """Where the header gives no size, none is said."""
    said = {"width": width, "height": height, "most": MAX_PIXELS // 1_000_000}
    if width:
        told = _(
            "The picture has too many pixels (%(width)s×%(height)s); "
            "%(most)s megapixels is the most."
        )
    else:
        told = _("The picture has too many pixels; %(most)s megapixels is the most.")
    return told % said
