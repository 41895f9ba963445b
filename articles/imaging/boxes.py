"""The boxes of an ISO container (HEIC, AVIF): a length, a kind, and what is inside."""

from __future__ import annotations

from collections.abc import Iterator

# A phone's picture of 48 megapixels has two hundred tiles, twice with its gain map.
MAX_BOXES = 6000
INCOMPLETE = "a piece of the container is missing"


class OddContainer(ValueError):
    """Not built as any camera builds it."""


def boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Kind and body of each box; raises OddContainer for too many."""
    at = count = 0
    while at + 8 <= len(data):
        size, kind, head = number(data, at, 4), bytes(data[at + 4 : at + 8]), 8
        if size == 1:
            size, head = number(data, at + 8, 8), 16
        size = size or len(data) - at
        count += 1
        if size < head or count > MAX_BOXES:
            raise OddContainer
        yield kind, data[at + head : at + size]
        at += size


def number(data: bytes | memoryview, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")
