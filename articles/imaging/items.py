"""The structure of a HEIC: counted before anything decodes it.

A picture is coded in one piece or in a grid of tiles. Nothing in the container keeps a few bytes
from naming thousands of big tiles for a small picture, or layers upon layers; libheif would
decode them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

# A phone's picture of 48 megapixels has two hundred tiles, twice with its gain map.
MAX_BOXES = 6000
INCOMPLETE = "a piece of the container is missing"
PLAIN, GRID = b"hvc1", b"grid"


class OddContainer(ValueError):
    """Not built as any camera builds it."""


@dataclass
class Items:
    """By item number: its kind, the items that it is made of, and its numbered properties.

    ``sizes`` is the pixels of each property that is a size, else 0.
    """

    primary: int = 0
    kinds: dict[int, bytes] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)
    properties: dict[int, list[int]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    def coded(self) -> list[int]:
        """The items that are decoded for the main picture; raises OddContainer, ValueError."""
        kind = self.kinds.get(self.primary)
        if kind is None:
            raise ValueError(INCOMPLETE)
        items = self.parts.get(self.primary, []) if kind == GRID else [self.primary]
        if any(self.kinds.get(item) != PLAIN for item in items):
            raise OddContainer
        return items

    def pixels(self) -> int:
        """How many are decoded for the main picture; raises OddContainer."""
        return sum(self._size(item) for item in self.coded())

    def _size(self, item: int) -> int:
        numbers = self.properties.get(item, [])
        found = [self.sizes[one - 1] for one in numbers if 0 < one <= len(self.sizes)]
        return max(found, default=0)


def decoded_pixels(data: bytes) -> int:
    """All that is decoded to see the main picture of a HEIC.

    Raises OddContainer, or a ValueError where the file is incomplete.
    """
    items = Items()
    try:
        for kind, body in _boxes(memoryview(data)):
            if kind == b"meta":
                _read_meta(items, body[4:])
                return items.pixels()
    except IndexError as error:
        raise ValueError(INCOMPLETE) from error
    raise ValueError(INCOMPLETE)


def _read_meta(items: Items, body: memoryview) -> None:
    for kind, inner in _boxes(body):
        version = bool(inner[0])
        if kind == b"pitm":
            items.primary = _number(inner, 4, 4 if version else 2)
        elif kind == b"iinf":
            _read_kinds(items, inner[8 if version else 6 :])
        elif kind == b"iref":
            _read_parts(items, inner[4:], 4 if version else 2)
        elif kind == b"iprp":
            _read_properties(items, inner)


def _read_kinds(items: Items, body: memoryview) -> None:
    for _kind, entry in _boxes(body):
        wide = 4 if entry[0] == 3 else 2
        number = _number(entry, 4, wide)
        items.kinds[number] = bytes(entry[6 + wide : 10 + wide])


def _read_parts(items: Items, body: memoryview, wide: int) -> None:
    for kind, reference in _boxes(body):
        if kind == b"dimg":
            start = wide + 2
            count = _number(reference, wide, 2)
            items.parts[_number(reference, 0, wide)] = [
                _number(reference, start + at * wide, wide) for at in range(count)
            ]


def _read_properties(items: Items, body: memoryview) -> None:
    for kind, inner in _boxes(body):
        if kind == b"ipco":
            items.sizes = [
                _number(one, 4, 4) * _number(one, 8, 4) if name == b"ispe" else 0
                for name, one in _boxes(inner)
            ]
        elif kind == b"ipma":
            _read_associations(items, inner)


def _read_associations(items: Items, body: memoryview) -> None:
    wide = 4 if body[0] else 2
    step = 2 if body[3] & 1 else 1
    mask = 0x7FFF if step == 2 else 0x7F
    at = 8
    for _entry in range(min(_number(body, 4, 4), MAX_BOXES)):
        number, count = _number(body, at, wide), body[at + wide]
        at += wide + 1
        items.properties[number] = [
            _number(body, at + one * step, step) & mask for one in range(count)
        ]
        at += count * step


def _boxes(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Kind and body of each box; raises OddContainer for too many."""
    at = count = 0
    while at + 8 <= len(data):
        size, kind, head = _number(data, at, 4), bytes(data[at + 4 : at + 8]), 8
        if size == 1:
            size, head = _number(data, at + 8, 8), 16
        size = size or len(data) - at
        count += 1
        if size < head or count > MAX_BOXES:
            raise OddContainer
        yield kind, data[at + head : at + size]
        at += size


def _number(data: bytes | memoryview, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "big")
