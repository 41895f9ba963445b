"""Renditions: the public files of a picture, re-encoded, upright, in sRGB, without metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps

from articles.imaging.intake import opened

WIDTHS = (320, 640, 960, 1280, 1920)
ENCODINGS: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpeg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
}
EXTENSIONS = {"webp": ".webp", "jpeg": ".jpg"}
SRGB = ImageCms.createProfile("sRGB")


@dataclass(frozen=True)
class RenderedFile:
    """``digest`` is the first 12 hex digits of the body's SHA-256: the file's name."""

    width: int
    height: int
    format: str
    content_type: str
    extension: str
    body: bytes
    digest: str


def render(data: bytes, *, widths: Sequence[int] = WIDTHS) -> list[RenderedFile]:
    """Every width that does not enlarge the picture, in every format, biggest first."""
    files = []
    for image in _sizes(_upright(data, max(widths)), widths):
        files += [_encode(image, name) for name in ENCODINGS]
    return files


def _upright(data: bytes, widest: int) -> Image.Image:
    with opened(data) as image:
        # JPEG decodes to a half or a quarter at once: most of a camera file is never unpacked.
        image.draft("RGB", (widest, widest))
        turned = ImageOps.exif_transpose(image)
        return _on_white(_in_srgb(turned))


def _in_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        found = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB, outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return found or image


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        return white
    return image.convert("RGB")


def _sizes(image: Image.Image, widths: Sequence[int]) -> Iterator[Image.Image]:
    """Each size from the one before: four small steps cost less than four long ones."""
    full_width, full_height = image.size
    wanted = [width for width in sorted(widths, reverse=True) if width <= full_width]
    for width in wanted or [full_width]:
        height = max(1, round(full_height * width / full_width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        yield image


def _encode(image: Image.Image, name: str) -> RenderedFile:
    out = BytesIO()
    # A fresh image carries no info dict from which an encoder could copy a profile or comment.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    bare.save(out, exif=b"", **ENCODINGS[name])
    body = out.getvalue()
    return RenderedFile(
        width=image.width,
        height=image.height,
        format=name,
        content_type=f"image/{name}",
        extension=EXTENSIONS[name],
        body=body,
        digest=hashlib.sha256(body).hexdigest()[:12],
    )
