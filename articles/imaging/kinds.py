"""What a file is by its first bytes: only to tell an editor what was sent instead of a photo."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy

from articles.imaging.scans import JPEG

HEAD = 1024
PHOTOS = (JPEG, b"\x89PNG\r\n\x1a\n")
SIGNATURES = (
    (b"GIF8", gettext_lazy("It is a GIF; export a still picture as JPEG or PNG.")),
    (b"%PDF", gettext_lazy("It is a PDF document; export the picture from it.")),
    (
        b"PK\x03\x04",
        gettext_lazy("It is a ZIP archive or an office document; take the picture out of it."),
    ),
    (b"II*\x00", gettext_lazy("It is a TIFF or a raw file; export it as JPEG.")),
    (b"MM\x00*", gettext_lazy("It is a TIFF or a raw file; export it as JPEG.")),
    (b"8BPS", gettext_lazy("It is a Photoshop document; export it as JPEG.")),
    (b"BM", gettext_lazy("It is a BMP; export it as JPEG or PNG.")),
)
MARKUP = (
    (b"<svg", gettext_lazy("It is an SVG drawing, which may carry scripts; export it as PNG.")),
    (
        b"<!doctype html",
        gettext_lazy("It is a web page: the address led to a page, not to the picture."),
    ),
    (b"<html", gettext_lazy("It is a web page: the address led to a page, not to the picture.")),
)
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis"}
HEIC_SEQUENCES = {b"hevc", b"hevx", b"hevm", b"hevs"}
AVIF_BRANDS = {b"avif", b"avis"}


def is_photo(data: bytes) -> bool:
    """Whether it begins as one of the admitted formats does."""
    return data.startswith(PHOTOS) or is_webp(data) or is_heic(data) or is_avif(data)


def is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def is_avif(data: bytes) -> bool:
    return bool(AVIF_BRANDS & _brands(data))


def is_heic(data: bytes) -> bool:
    """Whether libheif is to open it; sequences, too, which it then refuses or not."""
    brands = _brands(data)
    return bool(brands & (HEIC_BRANDS | HEIC_SEQUENCES)) and not brands & AVIF_BRANDS


def description(data: bytes) -> str:
    """A sentence for the editor; empty for what is not recognised."""
    if _brands(data):
        return gettext("It is a video.")
    for signature, sentence in SIGNATURES:
        if data.startswith(signature):
            return str(sentence)
    head = data[:HEAD].lower()
    return next((str(sentence) for mark, sentence in MARKUP if mark in head), "")


def _brands(data: bytes) -> set[bytes]:
    """What an ISO container says it is: its own brand and those that it is compatible with."""
    if data[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(data[:4], "big"), HEAD)
    return {data[8:12]} | {data[at : at + 4] for at in range(16, end - 3, 4)}
