"""The places where pictures stand on pages: how they are cut there, how wide, how soon."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """``sizes`` is what browsers are told; no file outside ``widths`` (pixels) is offered.

    Without ``sizes`` there is one width for all.

    ``crop`` names a crop that lists keep beside the photo, ``ratio`` (width by height) is the box
    that the style sheet fills when there is none. One that ``is_first`` is loaded at once, all
    others when they come into view. ``shape`` is the class of a card.
    """

    sizes: str
    widths: tuple[int, int]
    crop: str = ""
    ratio: float = 0.0
    is_first: bool = False
    shape: str = ""


# What knows no AVIF is old, and its screen is small: it gets two widths of WebP, or one JPEG.
WIDEST_FALLBACK = 1280

LEAD = Spot("(min-width:60em) 960px,100vw", (640, 1920), is_first=True)
INLINE = Spot("(min-width:44em) 40rem,100vw", (640, 1280))
GALLERY = Spot("(min-width:60em) 960px,100vw", (640, 1280))
PUBLISHER = Spot("", (320, 320))
PORTRAIT = Spot("", (320, 320), "1x1", 1.0)

# Cuts that editors may choose for a card: width by height, and the class that makes its box.
RATIOS = {"3x2": 1.5, "16x9": 16 / 9, "1x1": 1.0}
CUTS = {"3x2": "cut-classic", "16x9": "cut-wide", "1x1": "cut-square"}
CLASSIC, SQUARE = ("3x2", 1.5), ("1x1", 1.0)
LEADING = Spot("(min-width:60em) 48rem,100vw", (640, 1280), *CLASSIC, True, "wide")
FIRST_OF_A_LIST = Spot("(min-width:48em) 25rem,100vw", (640, 960), *CLASSIC, True, "wide")
WIDE = Spot("(min-width:48em) 25rem,100vw", (640, 960), *CLASSIC, False, "wide")
FIRST_OF_A_PAIR = Spot("(min-width:48em) 38rem,100vw", (640, 1280), *CLASSIC, True, "wide")
# On fronts: the lead, cards in threes, in twos, in a list.
FRONT_LEAD = Spot(
    "(min-width:60em) 52rem,100vw", (640, 1280), "16x9", RATIOS["16x9"], True, "wide cut-wide"
)
STANDARD = Spot("(min-width:48em) 25rem,8rem", (320, 960), *CLASSIC, False, "standard")
LARGE = Spot("(min-width:48em) 38rem,100vw", (640, 960), *CLASSIC, False, "wide")
COMPACT = Spot("", (320, 320), *SQUARE, False, "compact")
# Next to the lead: beside it on a desk the first is large, and the column as tall as the lead.
NEXT = Spot("(min-width:60em) 24rem,6rem", (320, 640), *CLASSIC, False, "compact next")
TALL = Spot("(min-width:40em) 23rem,6rem", (320, 640), *CLASSIC, False, "compact tall")
