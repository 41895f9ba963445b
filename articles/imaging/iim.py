"""IPTC-IIM: what picture desks wrote before there was XMP."""

from __future__ import annotations

from typing import Any

from PIL import Image, ImageFile, IptcImagePlugin

from articles.imaging.encodings import decoded
from articles.imaging.moments import moment

NAMES = {
    "caption": (2, 120),
    "creator": (2, 80),
    "credit": (2, 110),
    "source": (2, 115),
    "copyright_notice": (2, 116),
    "headline": (2, 105),
    "location": (2, 92),
    "city": (2, 90),
    "state": (2, 95),
    "country": (2, 101),
}
DATE_CREATED, TIME_CREATED = (2, 55), (2, 60)
CHARACTER_SET = (1, 90)
UTF8 = b"\x1b%G"


def read(image: Image.Image) -> dict[str, Any]:
    if not isinstance(image, ImageFile.ImageFile):
        return {}
    fields = IptcImagePlugin.getiptcinfo(image) or {}
    is_utf8 = fields.get(CHARACTER_SET) == UTF8
    words: dict[str, Any] = {name: _joined(fields.get(key), is_utf8) for name, key in NAMES.items()}
    day = _joined(fields.get(DATE_CREATED), is_utf8)
    words["taken_at"] = moment(day + _joined(fields.get(TIME_CREATED), is_utf8)) or moment(day)
    return words


def _joined(value: bytes | list[bytes] | None, is_utf8: bool) -> str:
    """A repeated field is a list of names."""
    values = value if isinstance(value, list) else [value or b""]
    return ", ".join(decoded(one, is_utf8=is_utf8) for one in values)
