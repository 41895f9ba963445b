"""One public file: pixels and public words, encoded; named by the hash of its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

# Against the JPEG at quality 85, AVIF stays above an SSIM of 0.95; WebP's next method would take
# two and a half times as long for 7 % of its bytes. One thread for AVIF, so that the bytes, hence
# the names, are the same on every machine.
ENCODINGS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 58, "speed": 9, "max_threads": 1, "autotiling": False},
    "webp": {"format": "WEBP", "quality": 76, "method": 2},
    "jpeg": {
        "format": "JPEG",
        "quality": 80,
        "progressive": True,
        "optimize": True,
        "subsampling": "4:2:0",
    },
}
EXTENSIONS = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg"}
# The widths (in pixels) of which a phone takes its lead photo: there AVIF's slower search, three
# times the work, is worth its 12 % of bytes.
PHONES = range(641, 961)
AVIF_SPEED_FOR_PHONES = 8


@dataclass(frozen=True)
class RenderedFile:
    """``digest`` is the first 16 hex digits of the body's SHA-256: the file's name."""

    crop: str
    width: int
    height: int
    format: str
    content_type: str
    extension: str
    body: bytes
    digest: str


def encode(image: Image.Image, crop: str, name: str, xmp: bytes) -> RenderedFile:
    """``image`` (bare, in sRGB) as ``name``: avif, webp or jpeg."""
    settings = dict(ENCODINGS[name])
    if name == "avif" and image.width in PHONES:
        settings["speed"] = AVIF_SPEED_FOR_PHONES
    out = BytesIO()
    image.save(out, exif=b"", xmp=xmp, **settings)
    body = out.getvalue()
    return RenderedFile(
        crop=crop,
        width=image.width,
        height=image.height,
        format=name,
        content_type=f"image/{name}",
        extension=EXTENSIONS[name],
        body=body,
        digest=hashlib.sha256(body).hexdigest()[:16],
    )
