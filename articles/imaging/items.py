"""The structure of a HEIC or an AVIF: counted before anything decodes it.

A picture is coded in one piece or in a grid of tiles. Nothing in the container keeps a few bytes
from naming thousands of big tiles for a small picture, or layers upon layers; libheif would
decode them all. What a container says twice is refused: readers differ in whom they believe.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from articles.imaging.boxes import (
    INCOMPLETE,
    MAX_BOXES,
    OddContainer,
    boxes,
    boxes_of_file,
    number,
    version,
)
from articles.imaging.places import Place, read_places

HEVC, AV1, GRID, SUM = b"hvc1", b"av01", b"grid", b"sato"
# A picture is described in one of two ways; only the first is read here.
DESCRIPTIONS = META, SHORT = b"meta", b"mini"
READ = (b"pitm", b"iinf", b"iref", b"iprp", b"iloc", b"idat")


@dataclass
class Items:
    """By item number: its kind, the items that it is made of, those that say more of it (its
    transparency), its numbered properties, and where it lies.

    ``sizes`` is the pixels of each property that is a size, else 0.
    """

    primary: int = 0
    kinds: dict[int, bytes] = field(default_factory=dict)
    parts: dict[int, list[int]] = field(default_factory=dict)
    additions: dict[int, list[int]] = field(default_factory=dict)
    links: int = 0
    properties: dict[int, list[int]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    places: dict[int, Place] = field(default_factory=dict)
    inline: memoryview = field(default_factory=lambda: memoryview(b""))

    def coded(self, whole: int, codec: bytes) -> list[int]:
        """The items that are decoded for ``whole``; raises OddContainer, ValueError."""
        kind = self.kinds.get(whole)
        if kind is None:
            raise ValueError(INCOMPLETE)
        items = self.parts.get(whole, []) if kind == GRID else [whole]
        if any(self.kinds.get(item) != codec for item in items):
            raise OddContainer
        if not items:
            raise ValueError(INCOMPLETE)
        return items

    def pixels(self) -> int:
        """How many are decoded for the main picture; raises OddContainer, ValueError."""
        return sum(self._size(item) for item in self.coded(self.primary, HEVC))

    def _size(self, item: int) -> int:
        numbers = self.properties.get(item, [])
        found = [self.sizes[one - 1] for one in numbers if 0 < one <= len(self.sizes)]
        if not any(found):
            raise ValueError(INCOMPLETE)
        return max(found)


def decoded_pixels(data: bytes) -> int:
    """All that is decoded to see the main picture of a HEIC.

    Raises OddContainer, or a ValueError where the file is incomplete.
    """
    return read(data).pixels()


def read(data: bytes) -> Items:
    """Raises OddContainer, or a ValueError where the file is incomplete."""
    items = Items()
    try:
        found = [one for one in boxes_of_file(memoryview(data)) if one[0] in DESCRIPTIONS]
        if not found:
            raise ValueError(INCOMPLETE)
        if [kind for kind, _body in found] != [META]:
            raise OddContainer
        _read_meta(items, found[0][1][4:])
    except IndexError as error:
        raise ValueError(INCOMPLETE) from error
    return items


def _read_meta(items: Items, body: memoryview) -> None:
    for kind, inner in _each_once(body, READ):
        if kind == b"pitm":
            items.primary = number(inner, 4, 4 if version(inner, 1) else 2)
        elif kind == b"iinf":
            _read_kinds(items, inner)
        elif kind == b"iref":
            _read_links(items, inner[4:], 4 if version(inner, 1) else 2)
        elif kind == b"iprp":
            _read_properties(items, inner)
        elif kind == b"iloc":
            items.places = read_places(inner)
        else:
            items.inline = inner


def _each_once(body: memoryview, wanted: Collection[bytes]) -> Iterator[tuple[bytes, memoryview]]:
    """Raises OddContainer where there is a second one."""
    seen = set()
    for kind, inner in boxes(body):
        if kind in seen:
            raise OddContainer
        if kind in wanted:
            seen.add(kind)
            yield kind, inner


def _read_kinds(items: Items, body: memoryview) -> None:
    """Just as many as it announces: some readers stop there, others do not."""
    wide = 4 if version(body, 1) else 2
    entries = list(boxes(body[4 + wide :]))
    if len(entries) != number(body, 4, wide):
        raise OddContainer
    for kind, entry in entries:
        if kind != b"infe" or version(entry, 3) < 2:
            raise OddContainer
        _read_kind(items, entry, 4 if entry[0] == 3 else 2)


def _read_kind(items: Items, entry: memoryview, wide: int) -> None:
    item = number(entry, 4, wide)
    if not item or item in items.kinds:
        raise OddContainer
    kind, words = bytes(entry[6 + wide : 10 + wide]), bytes(entry[10 + wide :])
    # pi_heif takes both for UTF-8, unchecked: anything else ends the process.
    if not kind.isascii():
        raise OddContainer
    words.decode()
    items.kinds[item] = kind


def _read_links(items: Items, body: memoryview, wide: int) -> None:
    for kind, reference in boxes(body):
        start = wide + 2
        one, count = number(reference, 0, wide), number(reference, wide, 2)
        items.links += count
        if items.links > MAX_BOXES:
            raise OddContainer
        others = [number(reference, start + at * wide, wide) for at in range(count)]
        if kind == b"dimg":
            _add_parts(items, one, others)
        elif kind == b"auxl":
            for other in others:
                items.additions.setdefault(other, []).append(one)


def _add_parts(items: Items, whole: int, parts: list[int]) -> None:
    if whole in items.parts:
        raise OddContainer
    items.parts[whole] = parts


def _read_properties(items: Items, body: memoryview) -> None:
    seen = 0
    for kind, inner in boxes(body):
        if kind == b"ipco":
            seen += 1
            items.sizes = [
                number(one, 4, 4) * number(one, 8, 4) if name == b"ispe" else 0
                for name, one in boxes(inner)
            ]
        elif kind == b"ipma":
            _read_associations(items, inner)
    if seen > 1:
        raise OddContainer


def _read_associations(items: Items, body: memoryview) -> None:
    wide = 4 if version(body, 1) else 2
    step = 2 if body[3] & 1 else 1
    mask = 0x7FFF if step == 2 else 0x7F
    at = 8
    for _entry in range(number(body, 4, 4)):
        item, count = number(body, at, wide), body[at + wide]
        at += wide + 1
        if item in items.properties or len(items.properties) == MAX_BOXES:
            raise OddContainer
        items.properties[item] = [
            number(body, at + one * step, step) & mask for one in range(count)
        ]
        at += count * step
