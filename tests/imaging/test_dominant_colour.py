"""The colour that stands in for a photo while it loads."""

from __future__ import annotations

from PIL import Image

from articles.imaging.colour import dominant_colour
from tests.imaging import making


def test_one_colour_is_itself():
    assert dominant_colour(Image.new("RGB", (50, 50), (10, 20, 30))) == "#0a141e"


def test_strong_colours_are_muted_to_their_average():
    assert dominant_colour(making.quarters(100, 100)) == "#7f7f7f"


def test_every_mode_has_a_colour():
    for mode in ("L", "1", "P", "CMYK", "RGBA"):
        assert len(dominant_colour(Image.new(mode, (8, 8)))) == 7
