"""How big a coded picture becomes is read from its own header, before anything unpacks it."""

from __future__ import annotations

import pytest

from articles.imaging.av1 import held, picture
from tests.imaging import avif, making

PIXELS = 400 * 300
# As libaom wrote them for pictures of 400×300 pixels.
HEADERS = {
    "grey, ten bits": ("182231f2b6b8101035", 2),
    "4:2:0, ten bits": ("182231f2b6a810103420", 3),
    "4:2:0, twelve bits": ("582231f2b6b408081b84", 3),
    "4:2:2, twelve bits": ("582231f2b6b408081b10", 4),
    "4:4:4": ("382231f2b690202069", 3),
    "4:4:4, ten bits": ("382231f2b6b0202069", 6),
    "the first of an animation": ("00000004463e566d7c8808683420", 1.5),
    "4:2:0, ten bits, with grain": ("182231f2b6a810103460", 6),
    "the first of an animation with grain": ("00000004463e566d7c8808683460", 3),
}


@pytest.mark.parametrize("name", HEADERS)
def test_depth_colours_and_grain_count(name):
    header, each = HEADERS[name]
    assert picture(bytes.fromhex(header)) == (PIXELS, each * PIXELS)


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_ends_too_early_says_so(name):
    header = bytes.fromhex(HEADERS[name][0])
    with pytest.raises(ValueError, match="missing"):
        picture(header[:5])


def test_transparency_counts_too():
    clear = making.encoded(making.quarters(400, 300).convert("RGBA"), "AVIF")
    assert held(clear) == 1.5 * PIXELS
    half = making.quarters(400, 300).convert("RGBA")
    half.putalpha(128)
    assert held(making.encoded(half, "AVIF")) == 2.5 * PIXELS


def test_every_tile_counts():
    assert held(avif.grid(3, 2)) == 6 * 1.5 * avif.SIDE**2


def test_every_layer_counts_as_far_as_a_decoder_keeps_them():
    small = making.picture(400, 300, "AVIF")
    sample = avif.coded(small)
    for layers, kept in ((2, 2), (9, 9), (40, 9)):
        layered = sample + avif.frame(sample) * (layers - 1)
        assert held(avif.alone(small, layered, (400, 300))) == kept * 1.5 * PIXELS
