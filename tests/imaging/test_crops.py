"""Crops: the biggest box of a ratio that keeps the point that matters."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from articles.imaging.crops import crop_box

SIDES = st.integers(1, 10_000)
PARTS = st.integers(1, 64)
FRACTIONS = st.floats(0, 1)


@given(SIDES, SIDES, st.tuples(PARTS, PARTS), st.tuples(FRACTIONS, FRACTIONS))
@example(1, 1, (16, 9), (1.0, 1.0))
@example(3, 10_000, (1, 64), (0.0, 0.5))
def test_the_focal_point_is_inside_and_the_box_as_big_as_can_be(width, height, ratio, focal):
    left, top, right, bottom = crop_box(width, height, ratio, focal)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert left <= focal[0] * width <= right
    assert top <= focal[1] * height <= bottom
    assert right - left == width or bottom - top == height


@given(SIDES, SIDES, st.tuples(PARTS, PARTS), st.tuples(FRACTIONS, FRACTIONS))
def test_the_box_has_the_ratio_to_within_a_pixel(width, height, ratio, focal):
    left, top, right, bottom = crop_box(width, height, ratio, focal)
    across, down = right - left, bottom - top
    exact = down * ratio[0] / ratio[1] if down == height else across
    assert abs(across - exact) <= 1 or abs(down - across * ratio[1] / ratio[0]) <= 1


def test_the_box_is_centred_on_a_point_away_from_the_edges():
    assert crop_box(1000, 500, (1, 1), (0.5, 0.5)) == (250, 0, 750, 500)


def test_the_box_stops_at_the_edge():
    assert crop_box(1000, 500, (1, 1), (0.95, 0.5)) == (500, 0, 1000, 500)


def test_a_picture_of_the_ratio_is_taken_whole():
    assert crop_box(1600, 900, (16, 9), (0.1, 0.9)) == (0, 0, 1600, 900)
