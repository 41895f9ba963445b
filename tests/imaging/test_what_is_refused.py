"""Hostile, broken and foreign files earn one clear sentence."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from PIL import Image

from articles.imaging import intake, libavif, libwebp
from articles.imaging.av1 import MAX_UNITS
from articles.imaging.intake import RefusedImage, inspect
from articles.imaging.scans import MAX_SCANS
from tests.imaging import avif, heic, making

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


def refusal(data: bytes) -> str:
    """Both doors say the same: the one for the editor and the one to the renditions."""
    with pytest.raises(RefusedImage) as at_the_desk:
        inspect(data)
    with pytest.raises(RefusedImage) as at_the_press:
        making.every(data)
    assert str(at_the_desk.value) == str(at_the_press.value)
    return str(at_the_desk.value)


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


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    "behind", [b"<html><body>", b"\n<SCRIPT>alert(1)</SCRIPT>", b"<?php system('id');", b"<svg/>"]
)
def test_a_picture_with_a_page_or_script_behind_it_is_refused(kind, behind):
    assert "a web page or a script at once" in refusal(making.picture(kind=kind) + behind)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_is_an_archive_too_is_refused(kind):
    with zipfile.ZipFile(out := BytesIO(), "w") as archive:
        archive.writestr("payload.exe", b"MZ")
    assert "a ZIP archive at once" in refusal(making.picture(kind=kind) + out.getvalue())


def test_a_picture_that_is_a_document_too_is_refused():
    assert "a PDF document at once" in refusal(making.picture() + b"%PDF-1.4\n1 0 obj")
    assert "a PDF document at once" in refusal(making.picture(comment=b"%PDF-1.4"))


def test_markup_in_the_words_of_a_picture_is_no_disguise():
    assert inspect(making.picture(comment=b"<script>"))


def test_a_name_says_nothing_and_the_content_everything():
    assert "It is a web page" in refusal(b"<!DOCTYPE html><title>photo.jpg</title>")


def test_a_progressive_jpeg_that_would_fill_the_memory_is_refused_unread(monkeypatch):
    monkeypatch.setattr(intake, "MAX_HELD", 400 * 300 * 3)
    assert inspect(making.picture(progressive=True, subsampling="4:2:0"))
    assert inspect(making.picture(subsampling="4:4:4"))
    data = making.picture(progressive=True, subsampling="4:4:4")
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("opened"))
    assert "baseline" in refusal(data)


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
