"""What a HEIC or an AVIF says twice is refused: the library might believe the other half."""

from __future__ import annotations

import pytest

from articles.imaging import av1, items, libavif
from articles.imaging.boxes import OddContainer
from tests.imaging import avif, containers, heic, making
from tests.imaging.refused.refusal import refusal

CHANGES = {
    "a second kind for the picture": containers.with_kind(b"grid", counted=True),
    "a second kind that is not counted": containers.with_kind(b"grid", counted=False),
    "two main pictures": containers.twice(b"pitm"),
    "two lists of kinds": containers.twice(b"iinf"),
    "two lists of places": containers.twice(b"iloc"),
    "two lists of links": containers.twice(b"iref"),
    "two lists of properties": containers.twice(b"iprp"),
    "two places for one item": containers.placed_twice,
    "two sets of parts for one grid": containers.made_twice,
    "two sets of properties": containers.properties_twice,
    "two sets of properties for one item": containers.described_twice,
}
WHOLE = {"AVIF": (avif.grid(2, 2), av1.held), "HEIC": (heic.grid(2, 2), items.decoded_pixels)}


@pytest.fixture
def unread(monkeypatch):
    monkeypatch.setattr(libavif, "Frame", lambda *_: pytest.fail("unpacked"))


@pytest.mark.parametrize("kind", WHOLE)
def test_an_honest_container_written_anew_is_the_same(kind):
    data, _count = WHOLE[kind]
    assert containers.changed(data, containers.box) == data


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("change", CHANGES)
def test_it_is_refused_unread(kind, change, unread):
    data, count = WHOLE[kind]
    said_twice = containers.changed(data, CHANGES[change])
    with pytest.raises(OddContainer):
        count(said_twice)
    assert refusal(said_twice)


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("other", ["meta", "mini"])
def test_two_descriptions_are_refused(kind, other, unread):
    data, count = WHOLE[kind]
    meta = dict(containers.parts(data))[b"meta"]
    made = data + containers.box(other.encode(), meta)
    with pytest.raises(OddContainer):
        count(made)
    assert "exhaust" in refusal(made)


def test_a_place_without_a_length_is_refused(unread):
    data = containers.changed(WHOLE["AVIF"][0], containers.without_length)
    with pytest.raises(OddContainer):
        av1.held(data)
    assert refusal(data)


def test_a_picture_that_others_are_added_up_to_is_refused(unread):
    data = containers.changed(WHOLE["AVIF"][0], containers.with_item(b"sato"))
    with pytest.raises(OddContainer):
        av1.held(data)
    assert refusal(data)


def test_a_picture_that_hides_as_a_grid_of_nothing_is_refused_unread(unread):
    """Its frame has sixty megapixels, and says so nowhere else."""
    whole = avif.stored("ten-bits")
    lie = avif.alone(whole, avif.coded(whole), (640, 480))
    hidden = containers.changed(lie, containers.with_kind(b"grid", counted=False))
    assert "exhaust" in refusal(hidden)


def test_a_grid_of_nothing_is_refused(unread):
    data = containers.changed(
        avif.grid(2, 2), lambda kind, body: b"" if kind == b"iref" else containers.box(kind, body)
    )
    assert "damaged" in refusal(data)


def test_a_heic_whose_tiles_have_no_size_is_refused():
    data = heic.grid(2, 2, tile_size=(0, 0))
    with pytest.raises(ValueError, match="missing"):
        items.decoded_pixels(data)
    assert "damaged" in refusal(data)


@pytest.mark.parametrize("limits", [(0, 1), (1, 0)])
def test_a_limit_of_nothing_is_no_limit_and_refused(limits):
    with pytest.raises(ValueError, match="nothing"):
        libavif.Frame(making.picture(kind="AVIF"), *limits)
