"""Public files are upright, light, and tell nothing of camera or place."""

from io import BytesIO

import pytest
from PIL import Image

from articles.imaging.metadata import read_metadata
from tests.imaging import making

LEFTOVERS = (b"Exif", b"GPS", b"http://ns.adobe.com", b"Photoshop 3.0", b"ICC_PROFILE", b"XMP ")


def photo(width=2400, height=1600, **options):
    out = BytesIO()
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.save(out, "JPEG", **options)
    return out.getvalue()


def test_every_width_in_every_format_and_none_larger_than_the_original():
    sizes = {(one.format, one.width) for one in making.whole(photo(1000, 800))}
    assert sizes == {
        (kind, width) for kind in ("avif", "webp", "jpeg") for width in (320, 640, 960)
    }


def test_a_small_original_keeps_its_own_width():
    assert {one.width for one in making.whole(photo(200, 150))} == {200}


def test_the_proportions_stay():
    for one in making.whole(photo(2400, 1600)):
        assert abs(one.width / one.height - 1.5) < 0.01


def test_nothing_of_the_camera_is_left():
    exif = Image.Exif()
    exif[0x010F] = "Spy camera"
    exif.get_ifd(0x8825)[1] = "N"
    for one in making.whole(photo(exif=exif, comment=b"Secret place")):
        for leftover in (*LEFTOVERS, b"Spy", b"Secret"):
            assert leftover not in one.body


def test_a_turned_picture_is_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert all(one.height > one.width for one in making.whole(photo(1200, 800, exif=exif)))


def test_transparency_becomes_white():
    out = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(out, "PNG")
    for one in making.whole(out.getvalue()):
        with Image.open(BytesIO(one.body)) as made:
            assert made.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_the_same_picture_gives_the_same_names():
    names = [one.digest for one in making.whole(photo())]
    assert names == [one.digest for one in making.whole(photo())]


@pytest.mark.parametrize("pattern", ["hopper_orientation_*", "xmp_*", "*.png"])
def test_real_difficult_files_come_out_clean(pattern, shared):
    files = sorted((shared / "corpora" / "images").glob(pattern))
    assert files
    for path in files:
        for one in making.whole(path.read_bytes()):
            for leftover in LEFTOVERS:
                assert leftover not in one.body, path.name


def test_the_position_of_a_real_camera_is_not_handed_on(shared):
    with Image.open(shared / "corpora" / "images" / "exif_gps.jpg") as small:
        position = small.info["exif"]
    assert b"Exif" in photo(exif=position)
    for one in making.whole(photo(exif=position)):
        assert all(leftover not in one.body for leftover in LEFTOVERS)


def test_words_of_agencies_are_read(shared):
    with Image.open(shared / "corpora" / "images" / "iptc.jpg") as image:
        assert any(vars(read_metadata(image)).values())
