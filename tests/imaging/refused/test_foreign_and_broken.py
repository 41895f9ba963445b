"""Foreign, broken and huge files earn one clear sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from articles.imaging import intake
from articles.imaging.scans import MAX_SCANS
from tests.imaging import heic, making
from tests.imaging.refused.refusal import refusal

SEVERAL_FRAMES = {"save_all": True, "append_images": [making.quarters(100, 99).rotate(90)]}

FOREIGN = {
    "SVG": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "web page": b"\n<!DOCTYPE HTML><html><body>Not found</body></html>",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "ZIP": b"PK\x03\x04\x14\x00\x00\x00",
    "video": b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isom",
    "TIFF": making.picture(kind="TIFF"),
    "BMP": making.picture(kind="BMP"),
}


def test_an_empty_file_is_called_empty():
    assert refusal(b"") == "The file is empty."


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_foreign_file_is_named_whatever_its_name_says(kind):
    sentence = refusal(FOREIGN[kind])
    assert sentence.startswith("This is not a JPEG, PNG, WebP, AVIF or HEIC picture.")
    assert kind in sentence


def test_what_nobody_knows_is_still_refused_with_a_whole_sentence():
    assert refusal(b"\x01\x02\x03\x04") == "This is not a JPEG, PNG, WebP, AVIF or HEIC picture."


def test_a_gif_of_ten_thousand_frames_is_refused_unread(monkeypatch):
    gif = making.picture(64, 64, "GIF")
    frame = gif[gif.rindex(b"\x2c\0\0\0\0") : -1]
    frames = gif[:-1] + 9_999 * frame + b";"
    assert Image.open(BytesIO(frames)).n_frames == 10_000
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("unpacked"))
    assert "It is a GIF" in refusal(frames)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_an_animation_is_called_animated(kind):
    assert "animated" in refusal(making.picture(100, 99, kind, **SEVERAL_FRAMES))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_called_incomplete(kind, part):
    noise = Image.effect_noise((300, 200), 80)
    whole = making.encoded(noise.convert("RGB"), kind)
    assert "incomplete" in refusal(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_heic_is_called_incomplete(part):
    whole = heic.stored("phone")
    assert "incomplete" in refusal(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("side", [8000, 12_000, 16_000])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_by_its_header_before_a_pixel_is_unpacked(side, monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("unpacked"))
    assert "too many pixels" in refusal(making.png_of_claimed_size(side, side))


def test_a_bomb_in_webp_is_refused_by_its_header():
    assert "too many pixels" in refusal(making.webp_of_claimed_size(16_000, 16_000))


@pytest.mark.filterwarnings("error::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_alike_where_warnings_are_errors():
    assert "too many pixels" in refusal(making.png_of_claimed_size(12_000, 12_000))


def test_a_bomb_of_900_megapixels_is_refused():
    assert "60 megapixels is the most" in refusal(making.png_of_claimed_size(30_000, 30_000))


def test_pillows_own_limit_is_left_as_it_was():
    before = Image.MAX_IMAGE_PIXELS
    refusal(making.png_of_claimed_size(30_000, 30_000))
    assert before == Image.MAX_IMAGE_PIXELS


def test_a_file_over_the_limit_is_refused_with_both_figures(monkeypatch):
    monkeypatch.setattr(intake, "MAX_BYTES", 2 * 2**20)
    assert refusal(making.picture() + b"\x00" * 2**21) == ("The file has 2.0 MB; 2 MB is the most.")


def test_a_jpeg_of_endless_passes_is_refused_before_it_is_decoded(monkeypatch):
    jpeg = making.picture(progressive=True)
    last = jpeg[jpeg.rindex(b"\xff\xda") : -2]
    laboured = jpeg[:-2] + last * MAX_SCANS + jpeg[-2:]
    assert Image.open(BytesIO(laboured)).size == (400, 300)

    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("opened"))
    assert "exhaust" in refusal(laboured)


def test_a_jpeg_of_endless_segments_is_refused():
    assert "exhaust" in refusal(making.with_comments(making.picture(), 100_000))


def test_a_picture_too_small_to_print_is_refused_with_its_size():
    assert "63×200" in refusal(making.picture(63, 200))


def test_a_strip_that_no_page_could_show_is_refused():
    assert "long and thin" in refusal(making.picture(64, 600))
    assert "long and thin" in refusal(making.picture(600, 64))
