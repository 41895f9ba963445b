"""What unpacking an AVIF holds in memory, by the headers of its coded pictures alone.

The container says how big a picture is; the coded picture inside may be another one: bigger,
deeper, or many. Only its own header counts for who unpacks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from articles.imaging.boxes import INCOMPLETE, OddContainer
from articles.imaging.items import AV1, SUM, Items, read

SEQUENCE, FRAME_HEADER, FRAME = 1, 3, 6
MAX_UNITS = 1000
# A header of every option has a hundred bytes.
MAX_HEADER = 512
# A decoder keeps eight pictures for the next ones to be drawn from.
MAX_KEPT = 9
# Colour profiles of AV1: all kinds of halving, none, all; matrix 0 is red, green and blue.
MAIN, HIGH, PROFESSIONAL = 0, 1, 2
SRGB = (1, 13, 0)
TWELVE = 12


def held(data: bytes) -> int:
    """In bytes; raises OddContainer, or a ValueError where the file is incomplete."""
    return sum(size for _pixels, size in _pictures(data))


def largest(data: bytes) -> int:
    """How many pixels any coded picture says it has at most; raises as ``held``."""
    return max(pixels for pixels, _size in _pictures(data))


def _pictures(data: bytes) -> list[tuple[int, int]]:
    """Pixels, and bytes held, of each that is decoded."""
    found = read(data)
    try:
        return [_held(found.places[item].content(data, found.inline)) for item in _coded(found)]
    except IndexError as error:
        raise ValueError(INCOMPLETE) from error


def _coded(found: Items) -> list[int]:
    """The picture and its transparency, each in one piece or in tiles; at least one."""
    # What is to be reckoned together of many others is decoded beside the picture itself.
    if SUM in found.kinds.values():
        raise OddContainer
    main = found.coded(found.primary, AV1)
    wholes = dict.fromkeys([found.primary, *main])
    added = [one for whole in wholes for one in found.additions.get(whole, [])]
    coded = main + [item for one in added for item in found.coded(one, AV1)]
    if not set(coded) <= set(found.places):
        raise ValueError(INCOMPLETE)
    return coded


def _held(sample: memoryview) -> tuple[int, int]:
    said: list[tuple[int, int]] = []
    frames = 0
    for kind, body in _units(sample):
        if kind == SEQUENCE:
            said.append(picture(bytes(body[:MAX_HEADER])))
        frames += kind in (FRAME_HEADER, FRAME)
    if not said:
        raise ValueError(INCOMPLETE)
    pixels, sizes = zip(*said, strict=True)
    return max(pixels), max(sizes) * max(1, min(frames, MAX_KEPT))


def _units(sample: memoryview) -> Iterator[tuple[int, memoryview]]:
    """Kind and content of each; raises OddContainer, IndexError."""
    at = 0
    for _count in range(MAX_UNITS):
        if at >= len(sample):
            return
        head = sample[at]
        at += 2 if head & 4 else 1
        size = len(sample) - at
        if head & 2:
            size, at = _length(sample, at)
        yield head >> 3 & 15, sample[at : at + size]
        at += size
    raise OddContainer


def _length(sample: memoryview, at: int) -> tuple[int, int]:
    """Seven bits a byte, and where they end."""
    value = 0
    for shift in range(0, 56, 7):
        value |= (sample[at] & 127) << shift
        at += 1
        if sample[at - 1] < 128:
            break
    return value, at


class Bits:
    def __init__(self, data: bytes) -> None:
        self.value, self.left = int.from_bytes(data, "big"), 8 * len(data)

    def take(self, count: int = 1) -> int:
        self.left -= count
        if self.left < 0:
            raise ValueError(INCOMPLETE)
        return self.value >> self.left & ((1 << count) - 1)


def picture(header: bytes) -> tuple[int, int]:
    """Pixels and bytes; twice where a decoder makes a second one of it, enlarged or with grain."""
    bits = Bits(header)
    profile, _still, is_short = bits.take(3), bits.take(), bits.take()
    if is_short:
        bits.take(5)
    else:
        _pass_timing(bits)
    across, down = bits.take(4) + 1, bits.take(4) + 1
    pixels = (bits.take(across) + 1) * (bits.take(down) + 1)
    if not is_short and bits.take():
        bits.take(7)
    bits.take(3)
    if not is_short:
        _pass_tools(bits)
    is_enlarged, _others = bits.take(), bits.take(2)
    halves = _half_bytes(bits, profile)
    is_grainy = bits.take()
    return pixels, pixels * halves // 2 * (2 if is_enlarged or is_grainy else 1)


def _pass_timing(bits: Bits) -> None:
    delay = _pass_clock(bits) if bits.take() else 0
    has_delays = bits.take()
    for _point in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take()
        if delay and bits.take():
            bits.take(2 * delay + 1)
        if has_delays and bits.take():
            bits.take(4)


def _pass_clock(bits: Bits) -> int:
    """How many bits the delays of each layer have."""
    bits.take(64)
    if bits.take():
        zeros = 0
        while not bits.take():
            zeros += 1
        bits.take(zeros)
    if not bits.take():
        return 0
    delay = bits.take(5) + 1
    bits.take(42)
    return delay


def _pass_tools(bits: Bits) -> None:
    bits.take(4)
    has_order = bits.take()
    if has_order:
        bits.take(2)
    # Each of the two is either left to the frames or said here.
    for_screens = bits.take() or bits.take()
    if for_screens and not bits.take():
        bits.take()
    if has_order:
        bits.take(3)


def _half_bytes(bits: Bits, profile: int) -> int:
    """Of all colours together, for each pixel, in halves."""
    depth = _depth(bits, profile)
    is_grey = profile != HIGH and bits.take()
    described = (bits.take(8), bits.take(8), bits.take(8)) if bits.take() else ()
    each = 2 if depth == 8 else 4
    if is_grey:
        bits.take()
        return each
    if described == SRGB:
        samples = 6
    else:
        bits.take()
        samples = _half_samples(bits, profile, depth)
    bits.take()
    return each * samples // 2


def _depth(bits: Bits, profile: int) -> int:
    if not bits.take():
        return 8
    return TWELVE if profile == PROFESSIONAL and bits.take() else 10


def _half_samples(bits: Bits, profile: int, depth: int) -> int:
    """For each pixel: three colours, of which two may be halved once or twice."""
    halved = {MAIN: 2, HIGH: 0}.get(profile, 1)
    if profile == PROFESSIONAL and depth == TWELVE:
        halved = bits.take() and 1 + bits.take()
    if halved == 2:
        bits.take(2)
    return (6, 4, 3)[halved]
