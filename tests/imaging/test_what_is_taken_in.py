"""Intake: formats by content, sizes as seen, and honest oddities."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from articles.imaging.intake import MIN_SIDE, inspect
from tests.imaging import heic, making

TYPES = {
    "JPEG": ("image/jpeg", ".jpg"),
    "PNG": ("image/png", ".png"),
    "WEBP": ("image/webp", ".webp"),
    "AVIF": ("image/avif", ".avif"),
}


@pytest.mark.parametrize("kind", TYPES)
def test_the_content_decides_the_type(kind):
    data = making.picture(kind=kind)
    intake = inspect(data)
    assert (intake.format, intake.content_type, intake.extension) == (kind, *TYPES[kind])
    assert (intake.width, intake.height) == (400, 300)
    assert intake.sha256 == hashlib.sha256(data).hexdigest()


def test_a_small_portrait_is_taken_in():
    assert inspect(making.picture(MIN_SIDE, MIN_SIDE)).width == MIN_SIDE


def test_a_cameras_jpeg_with_a_preview_behind_it_is_a_photo_not_an_animation():
    preview = making.quarters(160, 120)
    data = making.picture(kind="MPO", save_all=True, append_images=[preview])
    intake = inspect(data)
    assert (intake.format, intake.extension, intake.width) == ("JPEG", ".jpg", 400)
    assert {made.width for made in making.whole(data)} == {320}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_a_camera_appends_is_harmless_and_never_published(kind):
    film = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"the film"
    data = making.picture(kind=kind) + film
    assert inspect(data).format == kind
    assert all(b"the film" not in made.body for made in making.whole(data))


def test_a_heic_is_taken_in_with_its_words():
    intake = inspect(heic.stored("phone"))
    assert (intake.format, intake.content_type, intake.extension) == ("HEIC", "image/heic", ".heic")
    assert (intake.width, intake.height) == (400, 300)
    words = intake.metadata
    assert (words.caption, words.creator) == ("The square, by EXIF", "A. Photographer")
    assert words.credit == "The Agency"
    assert words.taken_at == datetime(2026, 1, 30, 4, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("turns", "corners"),
    [
        (0, ["red", "green", "blue", "white"]),
        (1, ["green", "blue", "white", "red"]),
        (2, ["blue", "white", "red", "green"]),
        (3, ["white", "red", "green", "blue"]),
    ],
)
def test_a_heic_stands_as_its_container_says_whatever_exif_adds(turns, corners):
    note = making.exif(Orientation=8).tobytes()
    data = heic.grid(1, 1, turns=turns, exif=note)
    made = making.whole(data)[0]
    assert making.corners(making.reopened(made.body)) == corners


def test_a_phones_grid_of_tiles_is_one_picture():
    data = heic.grid(4, 3, size=(2000, 1500))
    intake = inspect(data)
    assert (intake.width, intake.height) == (2000, 1500)
    assert making.whole(data)[0].width == 1920


def test_of_several_pictures_in_a_heic_the_main_one_is_taken():
    assert inspect(heic.stored("several")).width == 128


def test_a_transparent_heic_stands_on_white_paper():
    body = making.whole(heic.stored("clear"))[0].body
    assert min(making.reopened(body).getpixel((64, 2))) > 240


@pytest.mark.parametrize(
    "options",
    [
        {"exif": b"Exif\x00\x00neither byte order"},
        {"exif": b"Exif\x00\x00II*\x00\xff\xff\xff\xff"},
        {"xmp": b"<x:xmpmeta"},
        {"icc_profile": b"no profile"},
    ],
)
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_broken_metadata_do_not_cost_the_photo(options):
    data = making.picture(**options)
    assert inspect(data).width == 400
    assert making.whole(data)


def test_a_broken_exif_text_in_a_png_does_not_cost_the_photo():
    data = making.png_with_text(
        making.picture(kind="PNG"), "Raw profile type exif", "\nexif\n 4\nxyz!\n"
    )
    assert inspect(data).width == 400
    assert making.whole(data)
