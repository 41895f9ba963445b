"""The picture as the desk works on it: whole, upright, large; never a public file.

People under protection are seen by those alone who may lift it; others see where areas are.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image

from articles.imaging.blurring import Mosaic
from articles.imaging.intake import opened
from articles.imaging.look import WHOLE, Box
from articles.imaging.picture import Picture
from articles.imaging.plain import in_srgb

LONGEST_SIDE = 1600


def desk_view(data: bytes, blurred: Iterable[Box] = ()) -> bytes:
    """A JPEG without metadata, ``blurred`` painted over as in public files; raises RefusedImage as
    ``inspect``."""
    with opened(data) as image:
        picture = Picture(image, LONGEST_SIDE)
        part = picture.part(WHOLE, LONGEST_SIDE)
        # Measured before any is painted, as the public files are.
        for mosaic in [Mosaic(picture, area) for area in blurred]:
            mosaic.paint(part)
        seen = part.image
        seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BILINEAR)
        seen = in_srgb(seen, picture.profile)
    out = BytesIO()
    seen.save(out, "JPEG", quality=82, exif=b"")
    return out.getvalue()
