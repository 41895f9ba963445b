"""A photo of the published document becomes what a browser needs, wherever it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.pages.figure import figure_of, first_end
from articles.pages.spots import COMPACT, GALLERY, INLINE, LEAD, PUBLISHER, WIDE, Spot
from tests.pages.photos import crops, files, old_photo, photo

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
CARD = photo(cards=crops())


def names(srcset):
    return [one.split()[0] for one in srcset.split(",")]


def test_a_lead_photo_is_offered_in_three_formats_with_widths_and_a_size():
    figure = figure_of(photo(), LEAD, NOW)
    assert names(figure.avif) == [f"/media/full/{w}.avif" for w in (640, 960, 1280, 1920)]
    assert names(figure.webp) == [f"/media/full/{w}.webp" for w in (640, 1280)]
    assert figure.jpeg == "", "one file for the oldest"
    assert all(one.endswith("w") for one in figure.avif.split(","))
    assert (figure.src, figure.width, figure.height) == ("/media/full/960.jpg", 960, 640)
    assert figure.is_first


@pytest.mark.parametrize("spot", [INLINE, GALLERY, PUBLISHER, WIDE, COMPACT])
def test_only_the_lead_is_loaded_before_it_is_seen(spot):
    assert not figure_of(photo(), spot, NOW).is_first


def test_a_wide_card_takes_the_classic_crop_and_a_compact_one_the_square():
    assert figure_of(CARD, WIDE, NOW).src == "/media/3x2/960.jpg"
    small = figure_of(CARD, COMPACT, NOW)
    assert (small.avif, small.src) == ("/media/1x1/320.avif", "/media/1x1/320.jpg")
    assert (small.width, small.height, small.sizes, small.jpeg) == (320, 320, "", "")


def test_a_photo_without_crops_is_moved_in_its_box_towards_its_focal_point():
    def looks(focal, spot=COMPACT, **values):
        return figure_of(photo(focal=focal, **values), spot, NOW).looks.split()[1:]

    assert looks([0.1, 0.5]) == ["at0"]
    assert looks([0.5, 0.1]) == []
    assert looks([0.95, 0.5]) == ["at4"]
    assert looks([0.4, 0.5]) == ["at1"]
    assert looks([0.5, 0.9], width=1600, height=2400) == ["at4"]
    assert looks([0.1, 0.1], WIDE) == [], "it fits"
    assert figure_of(CARD | {"focal": [0, 0]}, COMPACT, NOW).looks == "night", "it is cut"


def test_a_document_from_before_is_read_with_defaults():
    figure = figure_of(old_photo(), LEAD, NOW)
    assert figure.avif == ""
    assert figure.src == "/media/full/960.jpg"
    assert figure_of(old_photo(), COMPACT, NOW).src == "/media/full/320.jpg"


def test_a_photo_that_has_only_its_first_files_offers_all_of_them():
    first = {"jpeg": files("full", 1.5, 640, 960)["jpeg"]}
    figure = figure_of(photo(files=first), LEAD, NOW)
    assert names(figure.jpeg) == ["/media/full/640.jpg", "/media/full/960.jpg"]
    assert (figure.avif, figure.webp) == ("", "")


def test_a_small_picture_is_offered_as_it_is():
    small = photo(files=files("full", 1.5, 500), width=500, height=333)
    for spot in (LEAD, INLINE, COMPACT, PUBLISHER):
        assert figure_of(small, spot, NOW).src == "/media/full/500.jpg"


def test_an_upright_picture_is_told_apart():
    tall = photo(files=files("full", 0.75, 640, 960), width=1200, height=1600)
    assert "upright" in figure_of(tall, LEAD, NOW).looks
    assert "upright" not in figure_of(tall, COMPACT, NOW).looks


def test_a_decorative_photo_has_an_empty_alt_text():
    assert figure_of(photo(is_decorative=True), INLINE, NOW).alt == ""


def test_a_photo_without_a_jpeg_is_no_broken_image():
    assert figure_of(photo(files={}), LEAD, NOW) is None
    assert figure_of(photo(files={"avif": [[640, 427, "a.avif"]]}), LEAD, NOW) is None
    assert figure_of(None, LEAD, NOW) is None


def test_a_photo_whose_rights_are_over_leaves_its_caption_and_credit():
    figure = figure_of(photo(gone="rights", files={}, alt=""), LEAD, NOW)
    assert (figure.src, figure.avif, figure.is_first) == ("", "", False)
    assert figure.caption == "The river rose overnight."
    assert figure.credit == "Photo: Mara Ellery"
    nameless = photo(gone="rights", files={}, caption="", credit="")
    assert figure_of(nameless, LEAD, NOW) is None


def test_a_photo_leaves_at_its_minute_by_itself():
    until = NOW + timedelta(hours=1)
    ending = photo(until=until.isoformat())
    assert figure_of(ending, LEAD, until - timedelta(seconds=1)).src
    assert not figure_of(ending, LEAD, until).src
    assert figure_of(ending, LEAD, NOW).until == until


def test_the_first_end_of_a_page_is_its_end():
    ends = [NOW + timedelta(days=days) for days in (3, 1, 2)]
    figures = [figure_of(photo(until=end.isoformat()), INLINE, NOW) for end in ends]
    assert first_end([*figures, figure_of(photo(), LEAD, NOW), None]) == ends[1]
    assert first_end([None]) is None


def test_a_spot_whose_widths_are_not_there_gets_what_is_nearest():
    spot = Spot("", (2000, 2400))
    assert figure_of(photo(), spot, NOW).avif == "/media/full/1920.avif"
