"""XMP: the packet of XML in which picture desks write today."""

from __future__ import annotations

import codecs
from typing import Any
from xml.etree import ElementTree as ET

from PIL import Image

from articles.imaging.moments import moment

MAX_BYTES = 1_000_000
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
IPTC_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
IPTC_EXT = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
NAMES = {
    "caption": f"{DC}description",
    "alt_text": f"{IPTC_CORE}AltTextAccessibility",
    "creator": f"{DC}creator",
    "credit": f"{PHOTOSHOP}Credit",
    "source": f"{PHOTOSHOP}Source",
    "copyright_notice": f"{DC}rights",
    "usage_terms": f"{RIGHTS}UsageTerms",
    "licence_url": f"{RIGHTS}WebStatement",
    "headline": f"{PHOTOSHOP}Headline",
    "location": f"{IPTC_CORE}Location",
    "city": f"{PHOTOSHOP}City",
    "state": f"{PHOTOSHOP}State",
    "country": f"{PHOTOSHOP}Country",
    "digital_source_type": f"{IPTC_EXT}DigitalSourceType",
}
CREATIVE_COMMONS = "{http://creativecommons.org/ns#}license"
TAKEN = (f"{PHOTOSHOP}DateCreated", f"{EXIF}DateTimeOriginal")


def read(image: Image.Image) -> dict[str, Any]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    blocks = _blocks(packet.encode() if isinstance(packet, str) else packet)
    words: dict[str, Any] = {name: _first(blocks, tag) for name, tag in NAMES.items()}
    found = (moment(_first(blocks, tag)) for tag in TAKEN)
    words["taken_at"] = next(filter(None, found), None)
    words["licence_url"] = _first(blocks, CREATIVE_COMMONS) or words["licence_url"]
    # The vocabulary's address goes, its code ("digitalCapture") stays.
    words["digital_source_type"] = words["digital_source_type"].rpartition("/")[2]
    return words


def _blocks(packet: bytes) -> list[ET.Element]:
    """Decoded first: a document type could hide from us in another encoding."""
    encoding = "utf-16" if packet[:2] in WIDE else "utf-8-sig"
    text = packet[: MAX_BYTES + 1].decode(encoding).strip("\0 \r\n\t")
    if not text or len(packet) > MAX_BYTES or "<!DOCTYPE" in text:
        return []
    root = ET.fromstring(text)  # noqa: S314  no document type, hence no entities
    return list(root.iter(f"{RDF}Description"))


def _first(blocks: list[ET.Element], tag: str) -> str:
    values = (block.get(tag) or _value(block.find(tag)) for block in blocks)
    return next(filter(None, values), "")


def _value(node: ET.Element | None) -> str:
    """A plain value, an alternative's default language, or a list of names."""
    if node is None:
        return ""
    rows = list(node.iter(f"{RDF}li"))
    default = [row for row in rows if row.get(LANGUAGE) == "x-default"]
    if default or node.find(f"{RDF}Alt") is not None:
        rows = (default or rows)[:1]
    if rows:
        return ", ".join(row.text or "" for row in rows)
    return node.text or node.get(f"{RDF}resource") or ""
