"""One public file: pixels and public words, encoded; named by the hash of its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

# One thread for AVIF: the bytes, hence the names, are the same on every machine.
ENCODINGS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1, "autotiling": False},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpeg": {
        "format": "JPEG",
        "quality": 80,
        "progressive": True,
        "optimize": True,
        "subsampling": "4:2:0",
    },
}
EXTENSIONS = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg"}
# The widest, for desktop screens, costs as much as all the others: half of it buys 6 % of bytes.
WIDE = 1600
WEBP_METHOD_OF_WIDE = 2


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
    if name == "webp" and image.width > WIDE:
        settings["method"] = WEBP_METHOD_OF_WIDE
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
