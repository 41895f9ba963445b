"""EXIF: what the camera noted."""

from __future__ import annotations

import re
from typing import Any

from PIL import ExifTags, Image

from articles.imaging.encodings import decoded
from articles.imaging.moments import moment

NAMES = {
    "caption": ExifTags.Base.ImageDescription,
    "creator": ExifTags.Base.Artist,
    "copyright_notice": ExifTags.Base.Copyright,
}
# What Windows writes, in UTF-16; it counts where the standard's own field is empty.
WINDOWS = {"headline": 0x9C9B, "caption": 0x9C9C, "creator": 0x9C9D}
# What cameras put where the caption belongs.
STAMPS = re.compile(
    r"((OLYMPUS|MINOLTA|KODAK|SAMSUNG|SONY) )*(DIGITAL (STILL )?CAMERA|DSC|PICTURE)"
    r"|DCIM.*|DEFAULT",
    re.IGNORECASE,
)


def read(image: Image.Image) -> dict[str, Any]:
    tags = image.getexif()
    camera = tags.get_ifd(ExifTags.IFD.Exif)
    taken = _words(camera.get(ExifTags.Base.DateTimeOriginal))
    offset = _words(camera.get(ExifTags.Base.OffsetTimeOriginal))
    words: dict[str, Any] = {name: _words(tags.get(tag)) for name, tag in NAMES.items()}
    for name, tag in WINDOWS.items():
        words[name] = words.get(name) or _wide(tags.get(tag))
    if STAMPS.fullmatch(words["caption"]):
        words["caption"] = ""
    words["taken_at"] = moment(taken + offset) or moment(taken)
    return words


def _words(value: object) -> str:
    """Pillow reads EXIF's text as Latin-1, whatever the camera wrote."""
    raw = value.encode("latin-1", "replace") if isinstance(value, str) else value
    # A copyright may hold two names with a zero byte between them.
    return decoded(raw).replace("\0", " ").strip() if isinstance(raw, bytes) else ""


def _wide(value: object) -> str:
    raw = bytes(value) if isinstance(value, tuple) else value
    return raw.decode("utf-16-le", "ignore").strip("\0 ") if isinstance(raw, bytes) else ""
