"""Crafted HEIC, AVIF and WebP are refused by their headers, unread."""

from __future__ import annotations

import struct

import pytest

from articles.imaging import libavif, libwebp
from articles.imaging.av1 import MAX_UNITS
from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage
from tests.imaging import avif, heic, making
from tests.imaging.refused.refusal import refusal


def test_a_heic_of_too_many_pixels_is_refused_by_its_header():
    assert "10240×7168" in refusal(heic.grid(20, 14))


def test_a_heic_that_lies_about_its_tiles_is_refused():
    assert "damaged" in refusal(heic.grid(2, 2, tile_size=(64, 64), size=(128, 128)))
    assert "damaged" in refusal(heic.grid(2, 2, tile_size=(5120, 5120), size=(5120, 5120)))


def test_a_heic_that_decodes_hundreds_of_tiles_for_a_stamp_is_refused_unread():
    assert "exhaust" in refusal(heic.grid(25, 25, size=(100, 100)))


def test_a_heic_of_layers_upon_layers_is_refused():
    assert "exhaust" in refusal(heic.overlay(2, 700, 700))


def test_a_heic_of_endless_boxes_is_refused():
    assert "exhaust" in refusal(heic.grid(100, 100, size=(700, 700)))


def test_a_sequence_of_frames_is_refused():
    frames = heic.stored("tile").replace(b"ftypheic", b"ftyphevc").replace(b"meta", b"moov")
    assert refusal(frames)


@pytest.mark.parametrize("tail", [b"\xff\xc0", b"\xff\xc0\x00\x11", b"\xff\xc2\x00\x11\x08\x00"])
def test_a_jpeg_that_ends_in_its_header_is_refused(tail):
    with pytest.raises(RefusedImage, match="damaged"):
        inspect(b"\xff\xd8\xff\xe0\x00\x02" + tail)


@pytest.mark.parametrize("word", [b"application/rdf+xml", b"mime"])
def test_a_heic_with_words_that_are_no_words_is_refused(word):
    """pi_heif would end the process."""
    whole = heic.grid(2, 2, xmp=making.xmp(""))
    assert inspect(whole)
    assert refusal(whole.replace(word, b"\xfc" + word[1:]))


def test_an_avif_of_colours_that_nothing_is_made_of_is_refused():
    whole = making.picture(kind="AVIF")
    at = whole.index(b"nclx") + 8
    unheard_of = whole[:at] + b"\0\x0b" + whole[at + 2 :]
    assert "damaged" in refusal(unheard_of)


def test_an_avif_whose_coded_picture_is_bigger_than_it_says_is_refused():
    whole = avif.stored("ten-bits")
    assert "damaged" in refusal(avif.alone(whole, avif.coded(whole), (400, 300)))


def test_an_avif_of_layers_upon_layers_is_refused_unread(monkeypatch):
    whole = avif.stored("ten-bits")
    sample = avif.coded(whole)
    layers = sample + avif.frame(sample)
    monkeypatch.setattr(libavif, "Frame", lambda *_: pytest.fail("unpacked"))
    assert "too many pixels for its depth" in refusal(avif.alone(whole, layers, (9480, 6320)))


def test_an_avif_of_endless_units_is_refused():
    small = making.picture(kind="AVIF")
    endless = avif.coded(small) + b"\x7a\x00" * MAX_UNITS
    assert "exhaust" in refusal(avif.alone(small, endless, (400, 300)))


def test_an_avif_whose_picture_is_missing_is_refused():
    small = making.picture(kind="AVIF")
    assert "damaged" in refusal(avif.alone(small, b"\x12\x00", (400, 300)))


def test_a_webp_of_endless_pieces_is_refused():
    small = making.picture(kind="WEBP", exif=making.telltale_exif())
    endless = small[12:] + b"junk\0\0\0\0" * 2000
    assert "damaged" in refusal(b"RIFF" + struct.pack("<I", 4 + len(endless)) + b"WEBP" + endless)


def test_a_webp_whose_canvas_is_another_than_its_picture_is_refused():
    small = bytearray(making.picture(kind="WEBP", exif=making.telltale_exif()))
    small[24:27] = (500 - 1).to_bytes(3, "little")
    assert "damaged" in refusal(bytes(small))


@pytest.mark.parametrize("lossless", [False, True])
def test_a_webp_that_says_another_size_behind_its_picture_is_refused_unread(lossless, monkeypatch):
    image = making.picture(400, 300, "WEBP", lossless=lossless)[12:]
    canvas, other = making.webp_canvas(400, 300), making.webp_canvas(200, 150)
    assert inspect(making.webp(canvas, image)).width == 400
    monkeypatch.setattr(libwebp, "decoded", lambda *_: pytest.fail("unpacked"))
    for pieces in (
        (image, other),
        (image, canvas),
        (canvas, canvas, image),
        (canvas, image, other),
    ):
        assert "damaged" in refusal(making.webp(*pieces))


@pytest.mark.parametrize("lossless", [False, True])
def test_a_webp_of_two_pictures_is_refused_unread(lossless, monkeypatch):
    small, big = (
        making.picture(*size, "WEBP", lossless=lossless)[12:] for size in ((400, 300), (800, 600))
    )
    monkeypatch.setattr(libwebp, "decoded", lambda *_: pytest.fail("unpacked"))
    for pieces in ((small, big), (big, small), (making.webp_canvas(400, 300), small, big)):
        assert "damaged" in refusal(making.webp(*pieces))


def test_a_webp_of_too_many_pixels_is_refused_whatever_stands_behind_them():
    bomb = making.webp_of_claimed_size(12_000, 9000)
    with pytest.raises(RefusedImage, match="too many pixels"):
        inspect(bomb)
    with pytest.raises(RefusedImage, match="damaged"):
        inspect(making.webp(bomb[12:], making.webp_canvas(1200, 800)))
