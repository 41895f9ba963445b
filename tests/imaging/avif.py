"""AVIF files written box by box around a coded picture: grids, layers, falsehoods."""

from __future__ import annotations

import struct
from pathlib import Path

from articles.imaging.items import read
from tests.imaging import heic, making

SIDE = 256


def stored(name: str) -> bytes:
    return (Path(__file__).parent / "pictures" / f"{name}.avif").read_bytes()


def coded(data: bytes) -> bytes:
    """The picture itself, out of its container."""
    found = read(data)
    return bytes(found.places[found.primary].content(data, found.inline))


def frame(sample: bytes) -> bytes:
    """What stands behind the header of the sequence."""
    return sample[2 + sample[1] :]


def alone(data: bytes, sample: bytes, size: heic.Sizes) -> bytes:
    """``sample`` in a container that says ``size``, otherwise as ``data`` says."""
    properties = [_decoder(data), heic._size(*size)]
    return heic.written([heic.Item(b"av01", sample, (1, 2))], properties, b"avif")


def grid(columns: int, rows: int) -> bytes:
    """Quarters of colour side by side."""
    tile = making.picture(SIDE, SIDE, "AVIF", quality=90)
    width, height = columns * SIDE, rows * SIDE
    properties = [_decoder(tile), heic._size(SIDE, SIDE), heic._size(width, height)]
    layout = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, width, height)
    tiles = tuple(range(2, 2 + columns * rows))
    items = [heic.Item(b"grid", layout, (3,), tiles)]
    items += [heic.Item(b"av01", coded(tile), (1, 2)) for _ in tiles]
    return heic.written(items, properties, b"avif")


def _decoder(data: bytes) -> bytes:
    at = data.index(b"av1C") - 4
    return data[at : at + int.from_bytes(data[at : at + 4], "big")]
