"""Protected areas: burned in, so that no public file knows what was there."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from PIL import Image, ImageDraw

from articles.imaging.files import RenderedFile
from articles.imaging.look import Box, Look
from articles.imaging.orientation import TURNS
from articles.imaging.renditions import first_files
from articles.imaging.words import PublicWords
from tests.imaging import heic, making

AREA: Box = (0.55, 0.2, 0.2, 0.3)
SIZE = (1600, 1200)
STORED = {**TURNS, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}


def face(smile: bool, size: tuple[int, int] = SIZE, area: Box = AREA) -> Image.Image:
    """Alike but for the mouth, at one place."""
    image = making.quarters(*size)
    draw = ImageDraw.Draw(image)
    left, top = area[0] * size[0], area[1] * size[1]
    right, bottom = left + area[2] * size[0], top + area[3] * size[1]
    draw.ellipse((left, top, right, bottom), fill="#e0b090")
    wide, high = right - left, bottom - top
    for eye in (0.3, 0.7):
        at = left + eye * wide, top + 0.35 * high
        draw.ellipse((at[0] - 12, at[1] - 12, at[0] + 12, at[1] + 12), fill="black")
    mouth = (left + 0.3 * wide, top + 0.55 * high, left + 0.7 * wide, top + 0.8 * high)
    draw.arc(mouth, *((0, 180) if smile else (180, 360)), fill="#600000", width=12)
    return image


def sharpness(made: RenderedFile, box: Box) -> float:
    """The steepest step between neighbouring pixels inside ``box``, of 255."""
    image = making.reopened(made.body).convert("L")
    left, top = box[0] * image.width, box[1] * image.height
    cut = image.crop((left, top, left + box[2] * image.width, top + box[3] * image.height))
    pixels = np.asarray(cut, dtype=np.int16)
    return float(max(np.abs(np.diff(pixels, axis=axis)).max() for axis in (0, 1)))


def files(data: bytes, *areas: Box) -> list[RenderedFile]:
    look = Look(blurred=areas)
    first = first_files(data, look, PublicWords())
    return [one for one in [*first, *making.every(data, look)] if one.crop == "full"]


def test_no_file_of_any_size_or_format_shows_a_detail_inside():
    data = making.encoded(face(True), quality=95)
    detailed = [sharpness(one, AREA) for one in files(data)]
    assert min(detailed) > 60
    made = files(data, AREA)
    assert {one.format for one in made} == {"avif", "webp", "jpeg"}
    # A codec leaves a little noise; the flow between two colours is not a detail.
    assert max(sharpness(one, AREA) for one in made if one.width >= 640) < 24


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_two_faces_cannot_be_told_apart(kind):
    options = {} if kind == "PNG" else {"quality": 95}
    one, other = (making.encoded(face(smile), kind, **options) for smile in (True, False))
    for first, second in zip(files(one, AREA), files(other, AREA), strict=True):
        a, b = (
            np.asarray(making.reopened(made.body).convert("RGB"), int) for made in (first, second)
        )
        assert np.abs(a - b).max() < 40
        assert np.abs(a - b).mean() < 1


def test_at_most_sixteen_colours_of_the_area_are_left():
    noise = Image.effect_noise(SIZE, 120).convert("RGB")
    made = files(making.encoded(noise, "PNG"), AREA)
    biggest = next(one for one in made if one.format == "jpeg" and one.width == 1280)
    image = making.reopened(biggest.body).convert("L")
    left, top = int(AREA[0] * image.width), int(AREA[1] * image.height)
    right, bottom = left + int(AREA[2] * image.width), top + int(AREA[3] * image.height)
    inside = np.asarray(image.crop((left, top, right, bottom)), dtype=float)
    outside = np.asarray(image.crop((0, 0, 200, 200)), dtype=float)
    assert inside.std() < outside.std() / 8


@pytest.mark.parametrize("turn", TURNS)
def test_an_area_is_where_it_is_seen_however_the_camera_was_held(turn):
    stored = face(True).transpose(STORED[turn])
    data = making.encoded(stored, exif=making.exif(Orientation=turn), quality=95)
    for made in files(data, AREA):
        assert sharpness(made, AREA) < 24 or made.width < 640
        assert making.corners(making.reopened(made.body))[0] == "red"


@pytest.mark.parametrize(("left", "top"), list(product((-0.1, 0.0, 0.85), repeat=2)))
def test_an_area_at_the_edge_is_covered_to_the_edge(left, top):
    noise = Image.effect_noise(SIZE, 120).convert("RGB")
    area = (left, top, 0.25, 0.25)
    # A block away from the area's inner sides, where the codec mixes in what is outside.
    seen = *(0.87 if at > 0 else 0.0 for at in (left, top)), 0.13, 0.13
    for made in files(making.encoded(noise, "PNG"), area):
        assert sharpness(made, seen) < 40


def test_an_area_is_burned_into_every_crop():
    data = making.encoded(Image.effect_noise(SIZE, 120).convert("RGB"), "PNG")
    whole = Look(blurred=((0.0, 0.0, 1.0, 1.0),), crops={"1x1": (0.4, 0.4, 0.1, 0.1)})
    made = making.every(data, whole)
    assert {one.crop for one in made} == {"full", "16x9", "3x2", "4x3", "1x1", "share"}
    assert all(sharpness(one, (0.0, 0.0, 1.0, 1.0)) < 24 for one in made)


def test_a_phones_heic_is_protected_too():
    data = heic.grid(2, 2)
    edge: Box = (0.4, 0.4, 0.2, 0.2)
    assert all(sharpness(one, edge) > 60 for one in files(data))
    made = files(data, (0.2, 0.2, 0.6, 0.6))
    assert all(sharpness(one, edge) < 30 for one in made)


def test_what_is_outside_stays_sharp():
    data = making.encoded(face(True), quality=95)
    middle: Box = (0.48, 0.75, 0.04, 0.2)
    assert all(sharpness(one, middle) > 60 for one in files(data, AREA))


def test_an_area_without_extent_hurts_nothing():
    data = making.picture()
    empty = files(data, (0.5, 0.5, 0.0, 0.1), (3.0, 3.0, 1.0, 1.0))
    assert [one.digest for one in empty] == [one.digest for one in files(data)]


def test_the_first_and_the_later_files_hide_alike():
    data = making.encoded(face(True, (4000, 3000)), quality=95)
    small = [one for one in files(data, AREA) if (one.width, one.format) == (320, "jpeg")]
    a, b = (np.asarray(making.reopened(one.body).convert("RGB"), int) for one in small)
    assert np.abs(a - b)[50:110, 180:235].max() < 20
