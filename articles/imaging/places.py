"""Where the items of an ISO container lie: each in one stretch of bytes or in several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.imaging.boxes import INCOMPLETE, MAX_BOXES, OddContainer, number

IN_THE_FILE, INLINE = 0, 1
NEWEST = 2


@dataclass
class Place:
    """``stretches``: start and length of each, within the file or the box beside the list."""

    method: int
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def content(self, data: bytes, inline: memoryview) -> memoryview:
        """Raises OddContainer for what no writer would write, ValueError for what is not there."""
        if self.method not in (IN_THE_FILE, INLINE):
            raise OddContainer
        source = memoryview(data) if self.method == IN_THE_FILE else inline
        if any(start + length > len(source) for start, length in self.stretches):
            raise ValueError(INCOMPLETE)
        # Without a length it is all the rest to some readers, and nothing to others.
        lengths = [length for _start, length in self.stretches]
        if not all(lengths) or sum(lengths) > len(data):
            raise OddContainer
        found = [source[start : start + length] for start, length in self.stretches]
        return found[0] if len(found) == 1 else memoryview(b"".join(found))


class Reader:
    """Numbers one after the other."""

    def __init__(self, body: memoryview) -> None:
        self.body, self.at = body, 0

    def take(self, width: int) -> int:
        self.at += width
        if self.at > len(self.body):
            raise ValueError(INCOMPLETE)
        return number(self.body, self.at - width, width)


def read_places(body: memoryview) -> dict[int, Place]:
    """By item number; raises OddContainer, or a ValueError where it is incomplete."""
    places: dict[int, Place] = {}
    for item, place in _places(Reader(body)):
        if item in places:
            raise OddContainer
        places[item] = place
    return places


def _places(reader: Reader) -> Iterator[tuple[int, Place]]:
    version = reader.take(4) >> 24
    if version > NEWEST:
        raise OddContainer
    wide = 2 if version < 2 else 4
    sizes = reader.take(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    left = MAX_BOXES
    for _item in range(reader.take(wide)):
        item = reader.take(wide)
        place = Place(reader.take(2) & 15 if version else IN_THE_FILE)
        reader.take(2)
        start, count = reader.take(base), reader.take(2)
        left -= 1 + count
        if left < 0:
            raise OddContainer
        for _stretch in range(count):
            reader.take(index if version else 0)
            place.stretches.append((start + reader.take(offset), reader.take(length)))
        yield item, place
