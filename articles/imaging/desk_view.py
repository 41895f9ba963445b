"""The picture as the desk works on it: whole, upright, large; never a public file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from articles.imaging.intake import decode, opened
from articles.imaging.orientation import upright

LONGEST_SIDE = 1600


def desk_view(data: bytes) -> bytes:
    """A JPEG without metadata; raises RefusedImage as ``inspect``."""
    with opened(data) as image:
        # JPEG decodes to a half or a quarter at once: most of a camera file is never unpacked.
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        decode(image)
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
        seen = upright(image).convert("RGB")
    seen.info = {}
    out = BytesIO()
    seen.save(out, "JPEG", quality=82, exif=b"")
    return out.getvalue()
