"""Pictures, honest and hostile, made where they are needed."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms

from articles.imaging.files import RenderedFile
from articles.imaging.look import Look
from articles.imaging.renditions import all_files
from articles.imaging.words import PublicWords

GPS = {1: "N", 2: (43.0, 14.0, 15.0), 3: "E", 4: (76.0, 53.0, 44.0)}
UTF8 = {(1, 90): b"\x1b%G"}


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def picture(width: int = 400, height: int = 300, kind: str = "JPEG", **options: Any) -> bytes:
    return encoded(quarters(width, height), kind, **options)


def quarters(width: int, height: int) -> Image.Image:
    """Red, green, blue, white, clockwise from the top left: no side is like another."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("lime", (width // 2, 0, width, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    image.paste("white", (0, height // 2, width // 2, height))
    return image


def corners(image: Image.Image) -> list[str]:
    """The colours of the four quarters, clockwise from the top left."""
    width, height = image.size
    left, right, top, bottom = width // 4, 3 * width // 4, height // 4, 3 * height // 4
    return [named(image, at) for at in ((left, top), (right, top), (right, bottom), (left, bottom))]


def named(image: Image.Image, at: tuple[int, int]) -> str:
    red, green, blue = (value > 127 for value in image.convert("RGB").getpixel(at))
    names = {(1, 0, 0): "red", (0, 1, 0): "green", (0, 0, 1): "blue", (1, 1, 1): "white"}
    return names.get((red, green, blue), "other")


def reopened(body: bytes) -> Image.Image:
    image = Image.open(BytesIO(body))
    image.load()
    return image


def every(data: bytes, look: Look | None = None) -> list[RenderedFile]:
    """All public files of a photo that says nothing."""
    return all_files(data, look or Look(), PublicWords())


def whole(data: bytes) -> list[RenderedFile]:
    """Those of them that show the whole picture."""
    return [made for made in every(data) if made.crop == "full"]


def exif(**tags: Any) -> Image.Exif:
    """EXIF by tag names of the first directory."""
    made = Image.Exif()
    for name, value in tags.items():
        made[getattr(Image.ExifTags.Base, name)] = value
    return made


def telltale_exif() -> Image.Exif:
    """What a phone notes: where it was, what it is, which one it is."""
    made = exif(Make="Telltale", Model="Phone 9", Orientation=6)
    made.get_ifd(Image.ExifTags.IFD.Exif)[Image.ExifTags.Base.BodySerialNumber] = "SN-0815"
    made.get_ifd(Image.ExifTags.IFD.GPSInfo).update(GPS)
    return made


def swapped_profile() -> bytes:
    """A profile in which red means green, and green red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = bytearray(profile)
    red, green = (profile.index(name, 128) for name in (b"rXYZ", b"gXYZ"))
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(swapped)


def xmp(properties: str, *, prologue: str = "") -> bytes:
    return f"""{prologue}<x:xmpmeta xmlns:x="adobe:ns:meta/"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<rdf:RDF><rdf:Description rdf:about="">{properties}</rdf:Description></rdf:RDF>
</x:xmpmeta>""".encode()


def with_iim(jpeg: bytes, fields: dict[tuple[int, int], bytes]) -> bytes:
    """A JPEG with an IPTC-IIM block, as picture desks write it (a Photoshop resource)."""
    records = b"".join(
        b"\x1c" + bytes(key) + struct.pack(">H", len(value)) + value
        for key, value in fields.items()
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    return _segment(jpeg, 0xED, b"Photoshop 3.0\x00" + resource + b"\x00" * (len(records) % 2))


def with_comments(jpeg: bytes, count: int) -> bytes:
    return jpeg[:2] + b"\xff\xfe\x00\x02" * count + jpeg[2:]


def _segment(jpeg: bytes, kind: int, payload: bytes) -> bytes:
    header = struct.pack(">BBH", 0xFF, kind, len(payload) + 2)
    return jpeg[:2] + header + payload + jpeg[2:]


def png_of_claimed_size(width: int, height: int) -> bytes:
    """A few bytes that claim to be a picture of any size."""
    return png_holding(width, height, zlib.compress(b"\x00" * 100_000))


def png_holding(width: int, height: int, rows: bytes) -> bytes:
    """RGB; ``rows`` are packed already."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND")


def webp_of_claimed_size(width: int, height: int) -> bytes:
    """The header of a lossless picture, and nothing behind it."""
    sides = (width - 1 | (height - 1) << 14).to_bytes(4, "little")
    return webp(webp_piece(b"VP8L", b"\x2f" + sides + bytes(100)))


def webp(*pieces: bytes) -> bytes:
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_piece(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def webp_canvas(width: int, height: int, *, clear: bool = False) -> bytes:
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return webp_piece(b"VP8X", bytes([0x10 * clear, 0, 0, 0]) + sides)


def png_with_text(png: bytes, key: str, text: str) -> bytes:
    return png[:33] + _chunk(b"tEXt", f"{key}\x00{text}".encode("latin-1")) + png[33:]


def _chunk(kind: bytes, data: bytes = b"") -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
