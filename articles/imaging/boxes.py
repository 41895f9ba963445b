"""The boxes of an ISO container (HEIC, AVIF): a length, a kind, and what is inside."""

from __future__ import annotations

from collections.abc import Iterator

# A phone's picture of 48 megapixels has two hundred tiles, twice with its gain map.
MAX_BOXES = 6000
INCOMPLETE = "a piece of the container is missing"


class OddContainer(ValueError):
    """Not built as any camera builds it."""


def boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Kind and body of each within another; raises OddContainer, or ValueError for a cut one."""
    at = count = 0
    while at + 8 <= len(data):
        size, head = _extent(data, at)
        count += 1
        if size < head or count > MAX_BOXES:
            raise OddContainer
        if at + size > len(data):
            raise ValueError(INCOMPLETE)
        yield bytes(data[at + 4 : at + 8]), data[at + head : at + size]
        at += size


def boxes_of_file(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """As ``boxes``, but the last may reach to the end, and what is no box ends them."""
    at = 0
    for _count in range(MAX_BOXES):
        size, head = _extent(data, at)
        size = size or len(data) - at
        if size < head:
            return
        yield bytes(data[at + 4 : at + 8]), data[at + head : at + size]
        at += size
    raise OddContainer


def _extent(data: memoryview, at: int) -> tuple[int, int]:
    """Size of a box, and of its head."""
    size = number(data, at, 4)
    return (number(data, at + 8, 8), 16) if size == 1 else (size, 8)


def version(body: memoryview, newest: int) -> int:
    """Raises OddContainer for one that was never written down: readers guess what it means."""
    if body[0] > newest:
        raise OddContainer
    return body[0]


def number(data: bytes | memoryview, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")
