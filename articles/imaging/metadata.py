"""What a picture file says of itself: XMP over IPTC-IIM over EXIF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from articles.text.sanitise import clean_text

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
XMP_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
IPTC_EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
XMP_NAMES = {
    "caption": f"{DC}description",
    "alt_text": f"{IPTC_CORE}AltTextAccessibility",
    "creator": f"{DC}creator",
    "credit": f"{PHOTOSHOP}Credit",
    "copyright_notice": f"{DC}rights",
    "usage_terms": f"{XMP_RIGHTS}UsageTerms",
    "headline": f"{PHOTOSHOP}Headline",
    "city": f"{PHOTOSHOP}City",
    "country": f"{PHOTOSHOP}Country",
    "digital_source_type": f"{IPTC_EXT}DigitalSourceType",
}
IIM_NAMES = {
    "caption": (2, 120),
    "creator": (2, 80),
    "credit": (2, 110),
    "copyright_notice": (2, 116),
    "headline": (2, 105),
    "city": (2, 90),
    "country": (2, 101),
}
EXIF_NAMES = {
    "caption": ExifTags.Base.ImageDescription,
    "creator": ExifTags.Base.Artist,
    "copyright_notice": ExifTags.Base.Copyright,
}
UTF8_MARK = b"\x1b%G"


@dataclass(frozen=True)
class PhotoMetadata:
    caption: str = ""
    alt_text: str = ""
    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    headline: str = ""
    city: str = ""
    country: str = ""
    taken_at: datetime | None = None
    digital_source_type: str = ""


def read_metadata(image: Image.Image) -> PhotoMetadata:
    """Never raises: a broken block is as good as none."""
    found: dict[str, Any] = {}
    for source in (_exif, _iim, _xmp):
        found |= {name: value for name, value in _attempt(source, image).items() if value}
    known = {field.name for field in fields(PhotoMetadata)}
    words: dict[str, Any] = {name: value for name, value in found.items() if name in known}
    for name, value in words.items():
        if isinstance(value, str):
            words[name] = " ".join(clean_text(value).split())
    return PhotoMetadata(**words)


def _attempt(source: Any, image: Image.Image) -> Mapping[str, Any]:
    try:
        return dict(source(image))
    except Exception:  # the blocks are written by anybody's software, in any state
        return {}


def _exif(image: Image.Image) -> dict[str, Any]:
    exif = image.getexif()
    words: dict[str, Any] = {name: str(exif.get(tag, "")) for name, tag in EXIF_NAMES.items()}
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    words["taken_at"] = _taken(
        str(camera.get(ExifTags.Base.DateTimeOriginal, "")),
        str(camera.get(ExifTags.Base.OffsetTimeOriginal, "")),
    )
    return words


def _taken(moment: str, offset: str) -> datetime | None:
    """A camera without a zone is taken at its word, in UTC."""
    try:
        if re.fullmatch(r"[+-]\d\d:\d\d", offset):
            return datetime.strptime(moment + offset, "%Y:%m:%d %H:%M:%S%z")
        return datetime.strptime(moment, "%Y:%m:%d %H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _iim(image: Image.Image) -> dict[str, str]:
    if not isinstance(image, ImageFile.ImageFile):
        return {}
    blocks = IptcImagePlugin.getiptcinfo(image) or {}
    is_utf8 = blocks.get((1, 90)) == UTF8_MARK
    return {name: _decoded(blocks.get(key), is_utf8) for name, key in IIM_NAMES.items()}


def _decoded(value: Any, is_utf8: bool) -> str:
    if isinstance(value, list):
        value = value[0] if value else b""
    if not isinstance(value, bytes):
        return ""
    for encoding in ("utf-8", "cp1252") if not is_utf8 else ("utf-8",):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")


def _xmp(image: Image.Image) -> dict[str, str]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    text = packet if isinstance(packet, bytes) else str(packet).encode()
    if not text or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        return {}
    root = ET.fromstring(text.strip(b"\x00 \r\n\t"))  # noqa: S314  no DTD, hence no entities
    words: dict[str, str] = {}
    for node in root.iter(f"{RDF}Description"):
        for name, tag in XMP_NAMES.items():
            value = node.get(tag) or _value(node.find(tag))
            words[name] = words.get(name) or value
    return words


def _value(node: ET.Element | None) -> str:
    """A plain value, the default language of an alternative, or the first of a list."""
    if node is None:
        return ""
    rows = list(node.iter(f"{RDF}li"))
    return (rows[0].text if rows else node.text) or ""
