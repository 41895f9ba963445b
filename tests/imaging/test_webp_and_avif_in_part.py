"""WebP and AVIF are unpacked by the libraries themselves: what is seen is what Pillow shows."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from articles.imaging.intake import inspect, opened
from articles.imaging.picture import Picture
from benchmarks.similarity import ssim
from tests.imaging import avif, making

WIDTH, HEIGHT = 1602, 1203
KINDS = {
    "lossy WebP": ("RGB", "WEBP", {"quality": 90}),
    "lossless WebP": ("RGB", "WEBP", {"lossless": True, "quality": 0, "method": 0}),
    "lossy WebP on glass": ("RGBA", "WEBP", {"quality": 90}),
    "lossless WebP on glass": ("RGBA", "WEBP", {"lossless": True, "quality": 0, "method": 0}),
    "AVIF": ("RGB", "AVIF", {"speed": 10}),
    "AVIF in full colour": ("RGB", "AVIF", {"speed": 10, "subsampling": "4:4:4"}),
    "AVIF on glass": ("RGBA", "AVIF", {"speed": 10}),
    "AVIF in grey": ("L", "AVIF", {"speed": 10, "subsampling": "4:0:0"}),
}
BOXES = {
    "all": (0.0, 0.0, 1.0, 1.0),
    "a part": (0.2, 0.3, 0.5, 0.4),
    "a part that begins at odd pixels": (201 / WIDTH, 303 / HEIGHT, 0.25, 0.25),
}


def drawn(mode: str) -> Image.Image:
    picture = making.quarters(WIDTH, HEIGHT)
    grain = Image.effect_noise((WIDTH, HEIGHT), 120).filter(ImageFilter.GaussianBlur(4))
    picture = Image.blend(picture, grain.convert("RGB"), 0.4).convert(mode)
    if mode == "RGBA":
        picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    return picture


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {
        name: making.encoded(drawn(mode), kind, **options)
        for name, (mode, kind, options) in KINDS.items()
    }


@pytest.fixture(scope="module")
def shown(files) -> dict[str, Image.Image]:
    return {name: on_paper(making.reopened(data)) for name, data in files.items()}


def on_paper(image: Image.Image) -> Image.Image:
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("where", BOXES)
@pytest.mark.parametrize("width", [160, 1000])
def test_a_part_is_what_pillow_shows_there(name, where, width, files, shown):
    with opened(files[name]) as image:
        part = Picture(image, width).part(BOXES[where], width)
    left, top = part.box[0] * WIDTH, part.box[1] * HEIGHT
    seen = left, top, left + part.box[2] * WIDTH, top + part.box[3] * HEIGHT
    expected = shown[name].resize(part.image.size, Image.Resampling.BOX, box=seen)
    assert part.image.width >= min(width, round(part.box[2] * WIDTH))
    assert ssim(part.image.convert("RGB"), expected) > 0.97
    difference = ImageChops.difference(part.image.convert("RGB"), expected)
    assert max(ImageStat.Stat(difference).mean) < 4


def test_ten_bits_a_colour_are_shown_in_eight():
    data = avif.stored("ten-bits")
    with opened(data) as image:
        part = Picture(image, 320).part(BOXES["all"], 320)
    assert making.corners(part.image) == ["red", "green", "blue", "white"]


def test_tiles_of_an_avif_are_one_picture():
    data = avif.grid(3, 2)
    assert (inspect(data).width, inspect(data).height) == (768, 512)
    shown = making.reopened(making.whole(data)[0].body)
    for left, top in ((0, 0), (256, 0), (512, 256)):
        tile = shown.resize((256, 256), box=_scaled(shown, left, top))
        assert making.corners(tile) == ["red", "green", "blue", "white"]


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_the_profile_of_a_picture_is_obeyed_whatever_unpacks_it(kind):
    plain = Image.new("RGB", (400, 300), (255, 0, 0))
    data = making.encoded(plain, kind, icc_profile=making.swapped_profile())
    body = next(made.body for made in making.whole(data) if made.format == "jpeg")
    red, green, _blue = Image.open(BytesIO(body)).convert("RGB").getpixel((40, 40))
    assert green > 200 > 60 > red


def _scaled(shown: Image.Image, left: int, top: int) -> tuple[float, ...]:
    scale = shown.width / 768
    return left * scale, top * scale, (left + 256) * scale, (top + 256) * scale
