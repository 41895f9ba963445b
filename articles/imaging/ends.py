"""Where the picture ends within its file, and what stands behind it.

Cameras append previews, films and notes of their own. A web page, a script or an archive there
is a disguise: such a file is two things at once, to deceive whoever receives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext

from articles.imaging.scans import JPEG, walk

PNG = b"\x89PNG\r\n\x1a\n"
MARKUP = re.compile(rb"<(!doctype|html|head|body|script|iframe|svg|\?php)", re.IGNORECASE)
PDF, PDF_HEAD = b"%PDF-", 1024
# The end of a ZIP's directory: 22 bytes, then a comment of at most 65,535.
ZIP_END, ZIP_ENTRY, ZIP_TAIL = b"PK\x05\x06", b"PK\x01\x02", 22 + 65_535
# Many programs write a piece for every 8 KB of a PNG.
MAX_PIECES = 20_000


def disguise(data: bytes) -> str:
    """What the picture is as well; empty for an honest file."""
    behind = memoryview(data)[end(data) :]
    if MARKUP.search(behind):
        return gettext("a web page or a script")
    if _is_archive(data):
        return gettext("a ZIP archive")
    if PDF in data[:PDF_HEAD] or PDF in data[len(data) - len(behind) :]:
        return gettext("a PDF document")
    return ""


def end(data: bytes) -> int:
    """In bytes; the file's own end where its structure says nothing better."""
    if data.startswith(JPEG):
        return walk(data).end
    if data.startswith(b"RIFF"):
        return min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    pieces = _chunks(data) if data.startswith(PNG) else _boxes(data)
    stops = list(islice(pieces, MAX_PIECES + 1))
    return stops[-1] if 0 < len(stops) <= MAX_PIECES else len(data)


def _chunks(data: bytes) -> Iterator[int]:
    """The end of each piece of a PNG."""
    at, kind = len(PNG), b""
    while kind != b"IEND" and at + 12 <= len(data):
        kind = data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4], "big")
        yield min(at, len(data))


def _boxes(data: bytes) -> Iterator[int]:
    """The end of each box of an ISO container (AVIF, HEIC)."""
    at = 0
    while at + 8 <= len(data) and data[at + 4 : at + 8].isalnum():
        size = int.from_bytes(data[at : at + 4], "big")
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size
        at += size or len(data)
        if size < 8 or at > len(data):
            return
        yield at


def _is_archive(data: bytes) -> bool:
    """Whether a ZIP's directory stands where readers of archives look for it."""
    at = data.rfind(ZIP_END, max(0, len(data) - ZIP_TAIL))
    if at < 0:
        return False
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    return data[at - size : at][:4] == ZIP_ENTRY
