"""Photos stand upright, however the camera was held."""

from __future__ import annotations

import pytest
from PIL import Image

from articles.imaging.intake import inspect
from articles.imaging.orientation import TURNS
from tests.imaging import making

UPRIGHT = ["red", "green", "blue", "white"]
# How a camera stores what is seen: the turn that undoes its note.
STORED = {
    **TURNS,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_orientation_is_seen_and_published_upright(orientation, kind):
    stored = making.quarters(400, 300).transpose(STORED[orientation])
    data = making.encoded(stored, kind, exif=making.exif(Orientation=orientation))
    intake = inspect(data)
    assert (intake.width, intake.height) == (400, 300)
    for made in making.whole(data):
        image = making.reopened(made.body)
        assert image.size == (made.width, made.height) == (320, 240)
        assert making.corners(image) == UPRIGHT


def test_an_orientation_that_does_not_exist_turns_nothing():
    intake = inspect(making.picture(exif=making.exif(Orientation=99)))
    assert (intake.width, intake.height) == (400, 300)


@pytest.mark.parametrize(
    "name", ["hopper_orientation_3.jpg", "hopper_orientation_6.jpg", "hopper_orientation_8.webp"]
)
def test_the_same_portrait_is_upright_from_every_camera(corpora, name):
    """The three files show one picture; upright they are alike, pixel by pixel or nearly so."""
    shown = [_grey((corpora / one).read_bytes()) for one in (name, "hopper_orientation_3.jpg")]
    assert _difference(*shown) < 8


def test_an_orientation_noted_in_xmp_alone_is_honoured(corpora):
    data = (corpora / "xmp_tags_orientation.png").read_bytes()
    stored = making.reopened(data).convert("L").resize((32, 32))
    shown = _grey(data)
    # The file's own profile makes it lighter all over, so that only the nearer one is asked for.
    turned = _difference(shown, stored.rotate(180).tobytes())
    assert turned < _difference(shown, stored.tobytes()) / 2


def _grey(data: bytes) -> bytes:
    body = next(made.body for made in making.whole(data) if made.format == "jpeg")
    return making.reopened(body).convert("L").resize((32, 32)).tobytes()


def _difference(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
