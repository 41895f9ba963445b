"""Whatever a file has suffered: it is taken in whole or refused, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage
from tests.imaging import heic, making

WHOLE = {
    kind: making.picture(
        96, 80, kind, exif=making.telltale_exif(), xmp=making.xmp("<dc:title>x</dc:title>")
    )
    for kind in ("JPEG", "WEBP", "AVIF")
} | {
    "PNG": making.picture(96, 80, "PNG", exif=making.telltale_exif()),
    "HEIC": heic.stored("phone"),
}


@given(
    kind=st.sampled_from(sorted(WHOLE)),
    harm=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
    cut=st.floats(0, 1),
)
@settings(max_examples=150, deadline=None)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_damaged_file_is_taken_in_or_refused_and_what_is_taken_in_can_be_published(
    kind, harm, cut
):
    data = bytearray(WHOLE[kind])
    for place, value in harm:
        data[int(place * (len(data) - 1))] = value
    if cut < 0.3:
        del data[int(len(data) * cut * 3) :]
    try:
        taken = inspect(bytes(data))
    except RefusedImage:
        return
    made = making.whole(bytes(data))
    assert {one.width for one in made} == {min(taken.width, 320)}
