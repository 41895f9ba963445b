"""Which characters a font file has glyphs for: its ``cmap`` table, formats 4 and 12."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path

BOXES = b"ttcf"
LAST = 0xFFFF


@lru_cache(maxsize=256)
def characters_in(path: str, index: int = 0) -> frozenset[int]:
    """Code points; none where the file cannot be read."""
    try:
        return frozenset(_read(Path(path).read_bytes(), index))
    except (OSError, struct.error, IndexError, ValueError):
        return frozenset()


def _read(data: bytes, index: int) -> set[int]:
    start = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == BOXES else 0
    found: set[int] = set()
    table = _table(data, start, b"cmap")
    for number in range(struct.unpack_from(">H", data, table + 2)[0]):
        platform, _kind, offset = struct.unpack_from(">HHI", data, table + 4 + 8 * number)
        if platform in (0, 3):
            found |= _subtable(data, table + offset)
    return found


def _table(data: bytes, start: int, name: bytes) -> int:
    for number in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _sum, offset, _length = struct.unpack_from(">4sIII", data, start + 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError(name)


def _subtable(data: bytes, at: int) -> set[int]:
    kind = struct.unpack_from(">H", data, at)[0]
    if kind == 12:
        return _groups(data, at)
    return _segments(data, at) if kind == 4 else set()


def _groups(data: bytes, at: int) -> set[int]:
    found: set[int] = set()
    for number in range(struct.unpack_from(">I", data, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, at + 16 + 12 * number)
        found.update(range(first + (glyph == 0), last + 1))
    return found


def _segments(data: bytes, at: int) -> set[int]:
    many = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts = at + 14, at + 16 + 2 * many
    found: set[int] = set()
    for number in range(many):
        last, first = _word(data, ends, number), _word(data, starts, number)
        delta, offset = (_word(data, starts + 2 * many * row, number) for row in (1, 2))
        place = starts + 4 * many + 2 * number + offset
        for code in range(first, min(last, LAST - 1) + 1):
            glyph = _word(data, place, code - first) if offset else code
            if glyph and (glyph + delta) & LAST:
                found.add(code)
    return found


def _word(data: bytes, at: int, number: int) -> int:
    return int(struct.unpack_from(">H", data, at + 2 * number)[0])
