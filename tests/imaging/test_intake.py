"""Files are what their content says; hostile ones earn a sentence and nothing else."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage


def encoded(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def png_of(width, height):
    """A PNG whose header promises far more than its few bytes hold."""

    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


PICTURE = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
JPEG = encoded(PICTURE, "JPEG")
HOSTILE = {
    "empty": (b"", "empty"),
    "html": (b"<html><script>alert(1)</script>", "not a JPEG"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a JPEG"),
    "pdf": (b"%PDF-1.7\n", "not a JPEG"),
    "zip": (b"PK\x03\x04" + b"\x00" * 100, "not a JPEG"),
    "gif": (encoded(PICTURE, "GIF"), "not a JPEG"),
    "bomb": (png_of(30_000, 30_000), "too many pixels"),
    "wide": (png_of(60_001, 1_000), "too many pixels"),
    "lying": (png_of(4_000, 3_000), "damaged"),
    "truncated": (JPEG[: len(JPEG) // 2], "damaged"),
    "tiny": (encoded(PICTURE.resize((8, 8)), "PNG"), "too small"),
    "animated": (
        encoded(PICTURE, "WEBP", save_all=True, append_images=[PICTURE.rotate(90)]),
        "animated",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(name):
    data, sentence = HOSTILE[name]
    with pytest.raises(RefusedImage, match=sentence):
        inspect(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_admitted_formats_are_taken_in(kind):
    intake = inspect(encoded(PICTURE, kind))
    assert (intake.format, intake.width, intake.height) == (kind, 400, 300)


def test_a_turned_picture_is_measured_as_it_is_seen():
    exif = Image.Exif()
    exif[0x0112] = 6
    intake = inspect(encoded(PICTURE, "JPEG", exif=exif))
    assert (intake.width, intake.height) == (300, 400)


def test_what_follows_the_picture_does_not_matter():
    assert inspect(JPEG + b"SEFHk\x00\x00\x00 a camera's own notes SEFT").format == "JPEG"
