"""Renditions: the public files of a picture, re-encoded, upright, in sRGB, without metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from articles.imaging.intake import decode, opened
from articles.imaging.orientation import upright

WIDTHS = (320, 640, 960, 1280, 1920)
ENCODINGS: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpeg": {
        "format": "JPEG",
        "quality": 80,
        "progressive": True,
        "optimize": True,
        "subsampling": "4:2:0",
    },
}
EXTENSIONS = {"webp": ".webp", "jpeg": ".jpg"}
# The widest, for desktop screens, costs as much as all the others: half of it buys 6 % of bytes.
WIDE = 1600
WEBP_METHOD_OF_WIDE = 2
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
    """Every width that does not enlarge the picture, in every format, biggest first.

    A picture narrower than all of them keeps its own width. Raises RefusedImage as ``inspect``.
    """
    with opened(data) as image:
        # JPEG decodes to a half or a quarter at once: most of a camera file is never unpacked.
        image.draft("RGB", (max(widths), max(widths)))
        decode(image)
        source = _on_white(_eight_bits(upright(image)))
    sizes = _sizes(source, widths)
    return [_encode(image, name) for image in sizes for name in ENCODINGS]


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey, which Pillow would clip to white instead of scaling."""
    if not image.mode.startswith("I"):
        return image
    grey = image.point(lambda value: value * (1 / 256)).convert("L")
    grey.info.pop("transparency", None)
    return grey


def _on_white(image: Image.Image) -> Image.Image:
    if image.has_transparency_data:
        image = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image)
        white.info["icc_profile"] = image.info.get("icc_profile")
        return white
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _sizes(source: Image.Image, widths: Sequence[int]) -> Iterator[Image.Image]:
    """Each size from the one before: four small steps cost less than four long ones.

    Lanczos, because cheaper filters lose a tenth to a quarter of the sharpness on the way.
    """
    full_width, full_height = source.size
    wanted = [width for width in sorted(widths, reverse=True) if width <= full_width]
    image = source
    for width in wanted or [full_width]:
        height = max(1, round(full_height * width / full_width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        # After the first step, so that only the pixels that are kept are converted.
        image = _in_srgb(image)
        yield image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Bare pixels in sRGB: no encoder finds a profile or a comment to copy."""
    profile = image.info.get("icc_profile")
    image = (_converted(image, profile) if profile else image).convert("RGB")
    image.info = {}
    return image


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a profile that fits neither the pixels nor the standard says nothing
    return converted or image


def _encode(image: Image.Image, name: str) -> RenderedFile:
    settings = dict(ENCODINGS[name])
    if name == "webp" and image.width > WIDE:
        settings["method"] = WEBP_METHOD_OF_WIDE
    out = BytesIO()
    image.save(out, exif=b"", **settings)
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
