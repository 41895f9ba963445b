"""The picture as the desk works on it: whole, upright, large; never a public file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from articles.imaging.intake import opened
from articles.imaging.look import WHOLE
from articles.imaging.picture import Picture
from articles.imaging.plain import in_srgb

LONGEST_SIDE = 1600


def desk_view(data: bytes) -> bytes:
    """A JPEG without metadata; raises RefusedImage as ``inspect``."""
    with opened(data) as image:
        picture = Picture(image, LONGEST_SIDE)
        seen = picture.part(WHOLE, LONGEST_SIDE).image
        seen.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BILINEAR)
        seen = in_srgb(seen, picture.profile)
    out = BytesIO()
    seen.save(out, "JPEG", quality=82, exif=b"")
    return out.getvalue()
