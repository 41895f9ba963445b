"""Photos with all that a phone writes into them, and how a browser is given them."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, TiffImagePlugin

CAPTION = "The dam at dawn."
FILE = """([name, base64]) => {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
  return transfer;
}"""
DROP = (
    "(target, [name, base64, x, y]) => { const transfer = ("
    + FILE
    + """)([name, base64]);
  ["dragenter", "dragover", "drop"].forEach((kind) => target.dispatchEvent(new DragEvent(kind, {
    bubbles: true, cancelable: true, dataTransfer: transfer, clientX: x, clientY: y
  })));
}"""
)


def phone_photo(seed: int = 0) -> bytes:
    """A JPEG with a position, a camera, and a caption and a credit in IPTC."""
    image = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    image.paste((40 + seed, 90, 120), (700, 200, 1000, 600))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Spyphone"
    exif[ExifTags.Base.ImageDescription] = CAPTION
    exif[ExifTags.Base.Artist] = "Jonah Wick"
    number = TiffImagePlugin.IFDRational
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {1: "N", 2: (number(43), number(15), number(0)), 3: "E", 4: (number(76), number(54), 0)}
    )
    out = BytesIO()
    image.save(out, "JPEG", exif=exif, quality=90)
    return _with_iptc(out.getvalue(), {120: CAPTION, 80: "Jonah Wick", 110: "Radio Lantern"})


def _with_iptc(jpeg: bytes, words: dict[int, str]) -> bytes:
    """IPTC-IIM in Photoshop's segment, right behind the first marker."""
    records = b"".join(
        b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text.encode()
        for number, text in words.items()
    )
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + len(records).to_bytes(4, "big") + records
    block += b"\x00" * (len(records) % 2)
    return jpeg[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + jpeg[2:]


def drop(
    target: Any, data: bytes, name: str = "IMG_2041.jpg", at: tuple[int, int] = (0, 0)
) -> None:
    """Drop a file on an element (a Playwright locator) as if dragged from outside."""
    target.evaluate(DROP, [name, b64encode(data).decode(), *at])
