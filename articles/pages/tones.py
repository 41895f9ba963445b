"""What stands in a picture's place until it has arrived: a colour near its own, by a class.

A page may carry no ``style`` attribute, so the colours are few: muted, and either dark or light,
so that the alt text can be read on them when the picture never arrives. The style sheet of the
component ``picture`` holds the same colours.
"""

from __future__ import annotations

from functools import lru_cache

TONES = {
    "night": "#223344",
    "umber": "#665544",
    "steel": "#8899aa",
    "stone": "#aa9988",
    "mist": "#bbcccc",
    "sand": "#eeddcc",
}
DARK = ("night", "umber")  # with light letters on them


@lru_cache(maxsize=4096)
def tone_of(colour: str) -> str:
    """The class of the tone nearest to ``#rrggbb``; empty for what is no colour."""
    try:
        wanted = _parts(colour)
    except ValueError:
        return ""
    return min(TONES, key=lambda name: _distance(wanted, _parts(TONES[name])))


def _parts(colour: str) -> tuple[int, int, int]:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(colour)
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """Green weighs most and blue least, as in the eye."""
    red, green, blue = (a - b for a, b in zip(one, other, strict=True))
    return 3 * red * red + 4 * green * green + 2 * blue * blue
