"""Named crops: an editor's own box, or around the point that matters; never enlarged."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.imaging.crops import box_of
from articles.imaging.look import Look
from articles.imaging.plan import ALL, FIRST, MAX_FILE_PIXELS, RATIOS, sizes
from articles.imaging.renditions import first_files
from articles.imaging.words import PublicWords
from tests.imaging import making

SIDES = st.integers(64, 9000)
FRACTION = st.floats(0, 1)
POINTS = st.tuples(FRACTION, FRACTION)
BOXES = st.tuples(*[st.floats(-0.5, 1.5)] * 4)
RATIO_NAMES = st.sampled_from(sorted(RATIOS))
SLIP = 1e-9


@given(RATIO_NAMES, SIDES, SIDES, POINTS)
@example("share", 64, 64, (1.0, 1.0))
def test_the_focal_point_is_inside_every_crop_that_follows_it(crop, width, height, focal):
    left, top, across, down = box_of(crop, Look(focal=focal), width, height)
    assert left - SLIP <= focal[0] <= left + across + SLIP
    assert top - SLIP <= focal[1] <= top + down + SLIP


@given(RATIO_NAMES, SIDES, SIDES, POINTS, st.dictionaries(st.sampled_from(["full", "1x1"]), BOXES))
def test_every_crop_is_inside_the_picture_and_has_its_proportion(crop, width, height, focal, own):
    left, top, across, down = box_of(crop, Look(crops=own, focal=focal), width, height)
    assert left >= 0
    assert top >= 0
    assert left + across <= 1 + SLIP
    assert top + down <= 1 + SLIP
    wanted = RATIOS[crop][0] / RATIOS[crop][1]
    assert abs(across * width - down * height * wanted) <= max(1, wanted) + 1e-6


@given(RATIO_NAMES, SIDES, SIDES, POINTS, BOXES)
def test_what_the_free_crop_cut_away_comes_back_in_no_crop(crop, width, height, focal, free):
    look = Look(crops={"full": free}, focal=focal)
    outer, inner = box_of("full", look, width, height), box_of(crop, look, width, height)
    pixel = max(1 / width, 1 / height)
    for at in (0, 1):
        assert inner[at] >= outer[at] - pixel
        assert inner[at] + inner[at + 2] <= outer[at] + outer[at + 2] + pixel


@given(st.sampled_from(ALL + FIRST), SIDES, SIDES)
def test_no_file_is_enlarged_or_out_of_bounds(piece, width, height):
    if max(width, height) > 8 * min(width, height):
        return
    made = sizes(piece, width, height)
    assert made
    assert made == sorted(made, reverse=True)
    for wide, high in made:
        assert wide <= width
        assert wide * high <= MAX_FILE_PIXELS
        across, down = RATIOS.get(piece.crop, (width, height))
        assert abs(high - wide * down / across) <= 1


def test_an_editors_own_box_is_what_is_shown():
    data = making.picture(2000, 1500)
    look = Look(crops={"1x1": (0.5, 0.0, 0.375, 0.5), "full": (0.0, 0.5, 1.0, 0.5)})
    made = {one.crop: one for one in making.every(data, look) if one.format == "jpeg"}
    square = making.reopened(made["1x1"].body)
    assert (made["1x1"].width, made["1x1"].height) == (320, 320)
    assert making.corners(square) == ["green"] * 4
    assert making.corners(making.reopened(made["full"].body)) == ["white", "blue", "blue", "white"]


def test_crops_follow_the_focal_point():
    data = making.picture(2000, 400)
    for focal, seen in (
        ((0.0, 0.5), ["red", "red", "white", "white"]),
        ((1.0, 0.5), ["green"] * 2),
    ):
        made = [one for one in making.every(data, Look(focal=focal)) if one.crop == "1x1"]
        assert made
        assert all(making.corners(making.reopened(one.body))[:2] == seen[:2] for one in made)


def test_a_crop_that_is_the_whole_picture_is_the_same_file():
    made = making.every(making.picture(1500, 1000))
    whole = {(one.format, one.width): one.digest for one in made if one.crop == "full"}
    classic = [one for one in made if one.crop == "3x2"]
    assert classic
    assert all(whole[one.format, one.width] == one.digest for one in classic)


def test_a_tight_crop_of_a_big_photo_has_all_the_detail_of_the_file():
    data = making.picture(6000, 4000)
    look = Look(crops={"full": (0.4, 0.4, 0.33, 0.33)})
    assert max(one.width for one in making.every(data, look) if one.crop == "full") == 1920


def test_the_share_card_is_one_jpeg_of_1200_by_630():
    made = [one for one in making.every(making.picture(1600, 1200)) if one.crop == "share"]
    assert [(one.format, one.width, one.height) for one in made] == [("jpeg", 1200, 630)]


def test_the_first_files_are_jpegs_of_the_whole_picture():
    made = first_files(making.picture(1600, 1200), Look(), PublicWords())
    assert [(one.crop, one.format, one.width) for one in made] == [
        ("full", "jpeg", 640),
        ("full", "jpeg", 320),
    ]


@pytest.mark.parametrize(
    "box", [(0.2, 0.2, 0.0, 0.5), (2.0, 2.0, 1.0, 1.0), (0.0, 0.0, 0.001, 1.0)]
)
def test_a_slip_of_the_mouse_is_no_crop(box):
    look = Look(crops={"16x9": box})
    assert box_of("16x9", look, 1600, 900) == box_of("16x9", Look(), 1600, 900)
