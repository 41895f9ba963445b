"""HEIC files written box by box around one small coded tile: of any size, turn and falsehood.

The tile and the files beside it were coded from drawings of our own; no encoder is part of this
project.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PICTURES = Path(__file__).parent / "pictures"
TILE = 512
Sizes = tuple[int, int]


def stored(name: str) -> bytes:
    return (PICTURES / f"{name}.heic").read_bytes()


@dataclass(frozen=True)
class Item:
    """``targets``: the items that it is derived from; ``properties``: their numbers, from one."""

    kind: bytes
    data: bytes
    properties: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    describes: int = 0
    media: bytes = b""


def grid(
    columns: int,
    rows: int,
    *,
    size: Sizes | None = None,
    tile_size: Sizes = (TILE, TILE),
    turns: int = 0,
    exif: bytes = b"",
    xmp: bytes = b"",
) -> bytes:
    """Red, green, blue and white tiles side by side; ``turns`` are quarters counterclockwise."""
    width, height = size or (columns * TILE, rows * TILE)
    properties = [_decoder(), _size(*tile_size), _size(width, height)]
    used: tuple[int, ...] = (3,)
    if turns:
        properties.append(_box(b"irot", bytes([turns])))
        used = (3, 4)
    layout = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, width, height)
    tiles = tuple(range(2, 2 + columns * rows))
    items = [Item(b"grid", layout, used, tiles), *(Item(b"hvc1", _coded(), (1, 2)) for _ in tiles)]
    if exif:
        items.append(Item(b"Exif", b"\0\0\0\0" + exif, describes=1))
    if xmp:
        items.append(Item(b"mime", xmp, describes=1, media=b"application/rdf+xml\0"))
    return written(items, properties)


def overlay(layers: int, width: int, height: int) -> bytes:
    """One tile laid over itself again and again."""
    places = b"".join(struct.pack(">ii", 0, 0) for _ in range(layers))
    canvas = struct.pack(">BBHHHHII", 0, 1, 0, 0, 0, 0, width, height) + places
    items = [Item(b"iovl", canvas, (3,), (2,) * layers), Item(b"hvc1", _coded(), (1, 2))]
    return written(items, [_decoder(), _size(TILE, TILE), _size(width, height)])


def written(items: list[Item], properties: list[bytes], brand: bytes = b"heic") -> bytes:
    head = _box(b"ftyp", brand + bytes(4) + b"mif1" + brand)
    # Items with the same data share it: a hostile file is small.
    places: dict[bytes, int] = {}
    body = b""
    for item in items:
        if item.data not in places:
            places[item.data] = len(body)
            body += item.data
    length = len(_meta(items, properties, places, 0))
    start = len(head) + length + 8
    return head + _meta(items, properties, places, start) + _box(b"mdat", body)


def _meta(
    items: list[Item], properties: list[bytes], places: dict[bytes, int], start: int
) -> bytes:
    handler = _full(b"hdlr", bytes(4) + b"pict" + bytes(13))
    return _full(
        b"meta",
        handler
        + _full(b"pitm", struct.pack(">H", 1))
        + _locations(items, places, start)
        + _kinds(items)
        + _references(items)
        + _properties(items, properties),
    )


def _locations(items: list[Item], places: dict[bytes, int], start: int) -> bytes:
    rows = b"".join(
        struct.pack(">HHHII", number, 0, 1, start + places[item.data], len(item.data))
        for number, item in enumerate(items, 1)
    )
    return _full(b"iloc", struct.pack(">HH", 0x4400, len(items)) + rows)


def _kinds(items: list[Item]) -> bytes:
    entries = b"".join(
        # All but the first are hidden: parts of a picture, not pictures.
        _full(
            b"infe",
            struct.pack(">HH", number, 0) + item.kind + b"\0" + item.media,
            version=2,
            flags=int(number > 1),
        )
        for number, item in enumerate(items, 1)
    )
    return _full(b"iinf", struct.pack(">H", len(items)) + entries)


def _references(items: list[Item]) -> bytes:
    made = b""
    for number, item in enumerate(items, 1):
        if item.targets:
            made += _reference(b"dimg", number, item.targets)
        if item.describes:
            made += _reference(b"cdsc", number, (item.describes,))
    return _full(b"iref", made) if made else b""


def _reference(kind: bytes, source: int, targets: Iterable[int]) -> bytes:
    to = list(targets)
    return _box(kind, struct.pack(f">HH{len(to)}H", source, len(to), *to))


def _properties(items: list[Item], properties: list[bytes]) -> bytes:
    rows = [(number, item) for number, item in enumerate(items, 1) if item.properties]
    links = b"".join(
        struct.pack(">HB", number, len(item.properties))
        + bytes(0x80 | one for one in item.properties)
        for number, item in rows
    )
    association = _full(b"ipma", struct.pack(">I", len(rows)) + links)
    return _box(b"iprp", _box(b"ipco", b"".join(properties)) + association)


def _decoder() -> bytes:
    tile = stored("tile")
    at = tile.index(b"hvcC") - 4
    return tile[at : at + int.from_bytes(tile[at : at + 4], "big")]


def _coded() -> bytes:
    tile = stored("tile")
    return tile[tile.index(b"mdat") + 4 :]


def _size(width: int, height: int) -> bytes:
    return _full(b"ispe", struct.pack(">II", width, height))


def _full(kind: bytes, body: bytes, version: int = 0, flags: int = 0) -> bytes:
    return _box(kind, bytes([version, 0, 0, flags]) + body)


def _box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body
