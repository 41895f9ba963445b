"""Plain pixels: eight bits, no transparency, and colours that mean the same everywhere."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from itertools import product

from PIL import Image, ImageCms

PLAIN = ("RGB", "CMYK", "L")
SRGB = ImageCms.createProfile("sRGB")
# Profiles that move no colour by more than this (of 255) are sRGB under another name.
SAME = 3


def is_plain(image: Image.Image) -> bool:
    return image.mode in PLAIN and not image.has_transparency_data


def plain(image: Image.Image) -> Image.Image:
    """On white paper, in a mode that can be scaled; still in the colours of its own profile."""
    if image.mode.startswith("I"):
        return _eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image)
        return paper
    return image if image.mode in PLAIN else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen bits of grey, which Pillow would clip to white instead of scaling."""
    grey = image.point(lambda value: value * (1 / 256)).convert("L")
    grey.info.pop("transparency", None)
    return grey


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Bare pixels in sRGB: no encoder finds a profile or a comment to copy."""
    if profile and not (image.mode == "RGB" and _is_srgb(profile)):
        image = _converted(image, profile)
    image = image.convert("RGB")
    image.info = {}
    return image


@lru_cache(maxsize=32)
def _is_srgb(profile: bytes) -> bool:
    """By what it does to colours, not by what it calls itself."""
    cube = bytes(value for colour in product(range(0, 256, 51), repeat=3) for value in colour)
    before = Image.frombytes("RGB", (len(cube) // 3, 1), cube)
    after = _converted(before, profile).tobytes()
    return max(abs(a - b) for a, b in zip(cube, after, strict=True)) <= SAME


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a profile that fits neither the pixels nor the standard says nothing
    return converted or image
