"""Intake: formats by content, sizes as seen, and honest oddities."""

from __future__ import annotations

import hashlib

import pytest

from articles.imaging.intake import MIN_SIDE, inspect
from tests.imaging import making

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


def test_what_follows_a_jpeg_is_harmless_and_never_published():
    script = b"<html><script>alert(1)</script></html>"
    data = making.picture() + script
    assert inspect(data).format == "JPEG"
    assert all(b"<script" not in made.body for made in making.whole(data))


def test_a_picture_that_is_also_an_archive_is_published_without_the_archive():
    data = making.picture(kind="PNG") + b"PK\x03\x04payload.exe" + b"PK\x05\x06" + bytes(18)
    assert inspect(data).format == "PNG"
    assert all(b"payload" not in made.body for made in making.whole(data))


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
