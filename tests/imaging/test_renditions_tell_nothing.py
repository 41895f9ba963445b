"""No public file says where, with what or by which device a photo was taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from articles.imaging.files import RenderedFile
from tests.imaging import making

LEFTOVERS = (
    b"Exif", b"EXIF", b"GPS", b"http://ns.adobe", b"xmpmeta", b"XMP ", b"Photoshop", b"8BIM",
    b"ICC_PROFILE", b"ICCP", b"Telltale", b"Phone 9", b"SN-0815", b"a secret note",
)  # fmt: skip
ALLOWED_INFO = {
    "jpeg": {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"},
    "avif": {"timestamp", "duration"},
    "webp": {"loop", "background", "timestamp", "duration"},
}
TELLTALE = {
    "xmp": making.xmp("<exif:GPSLatitude>43,14N</exif:GPSLatitude>"),
    "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
}


def assert_clean(made: RenderedFile) -> None:
    image = making.reopened(made.body)
    assert not dict(image.getexif())
    assert set(image.info) <= ALLOWED_INFO[made.format]
    assert [mark for mark in LEFTOVERS if mark in made.body] == []


def telltale(kind: str) -> bytes:
    extra = {"comment": b"a secret note"} if kind == "JPEG" else {}
    words = {} if kind == "PNG" else {"xmp": TELLTALE["xmp"]}
    return making.picture(
        1400, 1000, kind, exif=making.telltale_exif(),
        icc_profile=TELLTALE["icc_profile"], **words, **extra,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_a_phone_noted_is_in_no_rendition(kind):
    data = telltale(kind)
    assert b"Telltale" in data
    made = making.every(data)
    assert made
    for one in made:
        assert_clean(one)


def test_a_png_text_is_in_no_rendition():
    data = making.png_with_text(making.picture(kind="PNG"), "Comment", "a secret note")
    for made in making.every(data):
        assert_clean(made)


def test_the_words_of_a_picture_desk_are_in_no_rendition():
    data = making.with_iim(making.picture(), {(2, 120): b"a secret note"})
    for made in making.every(data):
        assert_clean(made)


def test_real_photos_leave_nothing_behind(corpora):
    made = [one for path in _photos(corpora) for one in making.every(path.read_bytes())]
    assert len(made) > 10
    for one in made:
        assert_clean(one)


def test_a_real_phones_position_is_gone(corpora):
    position = Image.open(corpora / "exif_gps.jpg").getexif()
    assert position.get_ifd(Image.ExifTags.IFD.GPSInfo)
    for made in making.every(making.picture(exif=position)):
        assert_clean(made)


def _photos(corpora: Path) -> list[Path]:
    # Eight pixels a side: a carrier of EXIF, not a photo.
    return [path for path in sorted(corpora.iterdir()) if path.name != "exif_gps.jpg"]
