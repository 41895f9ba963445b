"""HEIC and AVIF files that say a thing twice, or half: made of honest ones, box by box."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

Change = Callable[[bytes, bytes], bytes]


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + kind + body


def parts(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(body):
        size = int.from_bytes(body[at : at + 4], "big")
        yield body[at + 4 : at + 8], body[at + 8 : at + size]
        at += size


def changed(data: bytes, change: Change) -> bytes:
    """``change`` writes each box of the description anew; the pictures behind it move along."""
    (_, brands), (_, meta), *rest = parts(data)
    inner = list(parts(meta[4:]))
    longer = sum(len(change(kind, body)) for kind, body in inner) - len(meta[4:])
    moved = [(kind, _moved(body, longer) if kind == b"iloc" else body) for kind, body in inner]
    made = meta[:4] + b"".join(change(kind, body) for kind, body in moved)
    behind = b"".join(box(kind, body) for kind, body in rest)
    return box(b"ftyp", brands) + box(b"meta", made) + behind


def _moved(places: bytes, longer: int) -> bytes:
    rows = struct.iter_unpack(">HHHII", places[8:])
    return places[:8] + b"".join(
        struct.pack(">HHHII", item, source, count, start + longer, length)
        for item, source, count, start, length in rows
    )


def twice(name: bytes) -> Change:
    return lambda kind, body: box(kind, body) * (2 if kind == name else 1)


def with_kind(kind: bytes, *, counted: bool) -> Change:
    """A second entry for the main picture: ``kind``."""

    def change(name: bytes, body: bytes) -> bytes:
        if name == b"iinf":
            _, entry = next(parts(body[6:]))
            count = int.from_bytes(body[4:6], "big") + counted
            body = body[:4] + struct.pack(">H", count) + body[6:]
            body += box(b"infe", entry[:8] + kind + entry[12:])
        return box(name, body)

    return change


def with_item(kind: bytes) -> Change:
    """One more, which nothing else mentions."""

    def change(name: bytes, body: bytes) -> bytes:
        if name == b"iinf":
            count = int.from_bytes(body[4:6], "big") + 1
            entry = b"\x02\0\0\x01" + struct.pack(">HH", count, 0) + kind + b"\0"
            body = body[:4] + struct.pack(">H", count) + body[6:] + box(b"infe", entry)
        return box(name, body)

    return change


def placed_twice(name: bytes, body: bytes) -> bytes:
    if name == b"iloc":
        count = int.from_bytes(body[6:8], "big") + 1
        body = body[:6] + struct.pack(">H", count) + body[8:] + body[8:22]
    return box(name, body)


def without_length(name: bytes, body: bytes) -> bytes:
    if name == b"iloc":
        body = body[:18] + bytes(4) + body[22:]
        rows = [body[at : at + 10] + bytes(4) for at in range(8, len(body), 14)]
        body = body[:8] + b"".join(rows)
    return box(name, body)


def made_twice(name: bytes, body: bytes) -> bytes:
    """Of the same tiles."""
    return box(name, body[:4] + 2 * body[4:] if name == b"iref" else body)


def _inside(which: bytes, again: Callable[[bytes], bytes]) -> Change:
    def change(name: bytes, body: bytes) -> bytes:
        if name == b"iprp":
            body = b"".join(
                again(inner) if kind == which else box(kind, inner) for kind, inner in parts(body)
            )
        return box(name, body)

    return change


properties_twice = _inside(b"ipco", lambda inner: 2 * box(b"ipco", inner))
described_twice = _inside(b"ipma", lambda inner: 2 * box(b"ipma", inner))
