"""One public file: pixels and public words, encoded; named by the hash of its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

# One thread for AVIF: the bytes, hence the names, are the same on every machine.
ENCODINGS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8, "max_threads": 1, "autotiling": False},
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
# Beyond this width (in pixels) a third of the work costs 6 % more bytes; AVIF pays for phones'.
FASTER: dict[str, tuple[int, dict[str, Any]]] = {
    "avif": (960, {"speed": 9}),
    "webp": (640, {"method": 2}),
}


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
    settings = ENCODINGS[name] | _faster(name, image.width)
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


def _faster(name: str, width: int) -> dict[str, Any]:
    limit, settings = FASTER.get(name, (width, {}))
    return settings if width > limit else {}
