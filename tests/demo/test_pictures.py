"""The drawn pictures are all there, light, and the same every time they are drawn."""

import pytest
from PIL import Image

from articles.demo.content_files import PICTURES, pictures

NAMES = sorted(pictures())


def test_every_picture_of_the_catalogue_is_drawn_and_described():
    catalogue = pytest.importorskip("articles.demo.drawing.catalogue")
    drawn = {path.stem for path in PICTURES.glob("*.jpg")}
    assert set(catalogue.CATALOGUE) == set(NAMES) == drawn


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_its_size_and_weight(name):
    path = PICTURES / f"{name}.jpg"
    with Image.open(path) as picture:
        assert picture.size == (1600, 1067)
        assert not picture.getexif()
    assert path.stat().st_size <= 250_000


def test_drawing_twice_gives_the_same_pixels():
    catalogue = pytest.importorskip("articles.demo.drawing.catalogue")
    first, second = catalogue.draw("chart-wheat"), catalogue.draw("chart-wheat")
    assert first.tobytes() == second.tobytes()
