"""A picture's place has a colour near its own while it loads, and words can be read on it."""

import re
from pathlib import Path

import pytest

from articles.pages.tones import DARK, TONES, tone_of

SHEET = Path("articles/static/articles/front/components/picture.css").read_text("utf-8")
INK, BRIGHT = "#161b20", "#f3efe6"  # of the foundation
READABLE = 4.5  # WCAG 2.2 AA


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_style_sheet_holds_the_same_colours():
    rules = dict(re.findall(r"\.(\w+) \{ background: #(\w{3}); \}", SHEET))
    assert {name: "#" + "".join(c * 2 for c in short) for name, short in rules.items()} == TONES


@pytest.mark.parametrize("name", TONES)
def test_the_alt_text_can_be_read_where_the_picture_never_arrives(name):
    tone = TONES[name]
    assert contrast(tone, BRIGHT if name in DARK else INK) >= READABLE
    dimmed = "#" + "".join(f"{int(int(tone[at : at + 2], 16) / 3):02x}" for at in (1, 3, 5))
    assert contrast(dimmed, "#ebe6dc") >= READABLE, "in the dark"


@pytest.mark.parametrize(
    ("colour", "tone"),
    [
        ("#1b2436", "night"), ("#eee5d3", "sand"), ("#72553a", "umber"), ("#7f9cae", "steel"),
        ("#c2c7c4", "mist"), ("#9c8f79", "stone"), ("", ""), ("red", ""), ("#12345x", ""),
        ('"><script>', ""),
    ],
)  # fmt: skip
def test_the_nearest_tone_is_taken_and_nonsense_has_none(colour, tone):
    assert tone_of(colour) == tone
