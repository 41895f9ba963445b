"""Areas that make no sense are refused, and a lost or damaged original changes nothing."""

import pytest

from articles.models import EditorialLog
from articles.publishing.refusals import WrongState
from tests.publishing.protecting_people.face import FACE, set_to

PART = [0.1, 0.1, 0.1, 0.1]


@pytest.mark.parametrize(
    "area",
    [[0, 0, 1], [0, 0, 0, 0.5], [-0.1, 0, 0.5, 0.5], [0.6, 0, 0.5, 0.5], ["a", 0, 1, 1],
     [float("nan"), 0, 0.5, 0.5], [0, 0, float("inf"), 1], None],
)  # fmt: skip
def test_areas_out_of_the_picture_are_refused(area, spotted, cast, now):
    with pytest.raises(WrongState, match="area"):
        set_to(spotted, [area], cast.photo_editor, now)
    assert not EditorialLog.objects.filter(verb="protect").exists()


def test_too_many_areas_are_refused(spotted, cast, now):
    with pytest.raises(WrongState, match="at most 50"):
        set_to(spotted, [PART] * 51, cast.photo_editor, now)


def test_a_lost_original_changes_nothing(spotted, on_air, cast, now):
    spotted.original.storage.delete(spotted.original.name)
    with pytest.raises(WrongState, match="nothing was changed"):
        set_to(spotted, [FACE], cast.photo_editor, now)
    spotted.refresh_from_db()
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])


def test_saying_it_twice_is_said_once(spotted, cast, now):
    for _time in range(2):
        set_to(spotted, [FACE], cast.photo_editor, now)
    assert EditorialLog.objects.filter(verb="protect").count() == 1


def test_a_damaged_original_changes_nothing(spotted, on_air, cast, now):
    with spotted.original.storage.open(spotted.original.name, "wb") as file:
        file.write(b"\xff\xd8\xff\xe0junk")
    with pytest.raises(WrongState, match="nothing was changed"):
        set_to(spotted, [FACE], cast.photo_editor, now)
    spotted.refresh_from_db()
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])
