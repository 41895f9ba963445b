"""The public files: their sizes, encodings, names and colours."""

from __future__ import annotations

import hashlib
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageFilter

from articles.imaging.files import ENCODINGS
from articles.imaging.plan import ALL
from tests.imaging import making

CHROMA_HALVED = [(1, 2, 2, 0), (2, 1, 1, 1), (3, 1, 1, 1)]


def widths_of(data: bytes) -> list[int]:
    return [made.width for made in making.whole(data) if made.format == "webp"]


def colour_of(data: bytes) -> tuple[int, int, int]:
    body = next(made.body for made in making.whole(data) if made.format == "jpeg")
    red, green, blue = making.reopened(body).getpixel((40, 40))
    return red, green, blue


def test_a_big_photo_is_made_in_every_width_and_format_biggest_first():
    made = making.whole(making.picture(4000, 3000))
    expected = [
        (width, name)
        for width in sorted(ALL[0].widths, reverse=True)
        for name in ("avif", "webp", "jpeg")
    ]
    assert [(one.width, one.format) for one in made] == expected
    assert all(one.height == one.width * 3 // 4 for one in made)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (100, [100]),
        (319, [319]),
        (320, [320]),
        (1279, [960, 640, 320]),
        (1920, [1920, 1280, 960, 640, 320]),
    ],
)
def test_nothing_is_enlarged(width, expected):
    assert widths_of(making.picture(width, 300)) == expected


def test_a_photo_taken_upright_is_as_wide_as_it_is_seen():
    lying = making.picture(4000, 3000, exif=making.exif(Orientation=6))
    assert making.whole(lying)[0].width == 1920
    assert making.whole(lying)[0].height == 2560


def test_the_content_is_the_name_so_that_the_same_photo_has_the_same_names():
    once, again = making.whole(making.picture()), making.whole(making.picture())
    assert once == again
    assert once[0].digest == hashlib.sha256(once[0].body).hexdigest()[:16]


def test_every_file_is_what_it_says_it_is():
    for made in making.whole(making.picture()):
        image = making.reopened(made.body)
        assert image.format == made.format.upper()
        assert image.size == (made.width, made.height)
        assert made.content_type == f"image/{made.format}"
        assert made.extension == {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg"}[made.format]


def test_a_jpeg_loads_progressively_with_half_the_colour_resolution():
    body = next(made.body for made in making.whole(making.picture()) if made.format == "jpeg")
    image = making.reopened(body)
    assert image.info["progressive"]
    assert image.layer == CHROMA_HALVED


def test_small_renditions_stay_as_sharp_as_if_made_in_one_step():
    detail = Image.effect_noise((2560, 1920), 90).filter(ImageFilter.GaussianBlur(3))
    data = making.encoded(detail.convert("RGB"), quality=95)
    small = next(made for made in making.whole(data) if (made.width, made.format) == (320, "webp"))
    direct = detail.resize((320, 240), Image.Resampling.LANCZOS).convert("RGB")
    direct.save(out := BytesIO(), **ENCODINGS["webp"])
    in_one_step = making.reopened(out.getvalue())
    assert _contrast(making.reopened(small.body)) > 0.95 * _contrast(in_one_step)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_becomes_white_paper(mode):
    clear = Image.new(mode, (400, 300), 0)
    assert colour_of(making.encoded(clear, "PNG")) == (255, 255, 255)


def test_half_transparent_red_on_paper_is_pink():
    red, green, blue = colour_of(
        making.encoded(Image.new("RGBA", (400, 300), (255, 0, 0, 128)), "PNG")
    )
    assert red > 250
    assert 120 < green < 135
    assert 120 < blue < 135


def test_a_palette_with_a_transparent_entry_becomes_white_paper():
    drawing = Image.new("P", (400, 300), 0)
    drawing.putpalette([0, 0, 255])
    assert colour_of(making.encoded(drawing, "PNG", transparency=0)) == (255, 255, 255)


def test_sixteen_bits_of_grey_stay_grey():
    grey = Image.new("I;16", (400, 300), 0x8000)
    assert colour_of(making.encoded(grey, "PNG")) == (128, 128, 128)


def test_a_print_separation_becomes_rgb():
    red, green, _ = colour_of(making.encoded(Image.new("CMYK", (400, 300), (0, 255, 255, 0))))
    assert red > 200
    assert green < 60


def test_an_embedded_profile_is_converted_not_just_dropped():
    """A profile in which the numbers mean other colours changes the numbers."""
    plain = Image.new("RGB", (400, 300), (255, 0, 0))
    shown = colour_of(making.encoded(plain, icc_profile=making.swapped_profile()))
    assert shown[1] > 200 > 60 > shown[0]


def _contrast(image: Image.Image) -> float:
    pixels = image.convert("L").tobytes()
    return sum(abs(a - b) for a, b in pairwise(pixels)) / len(pixels)
