"""What is hidden in one entry of the library is hidden in every other of the same file."""

from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from tests.publishing.protecting_people.face import FACE, set_to

PART = [0.1, 0.1, 0.1, 0.1]


def test_what_is_added_holds_for_the_same_file_in_another_entry(
    make_photo, picture, cast, now, persian_newsroom
):
    photo, again = make_photo(5), {"actor": SYSTEM, "now": now, "allow_duplicate": True}
    copy = add_photo(picture(5), "copy.jpg", **again)
    foreign = add_photo(picture(5), "foreign.jpg", newsroom=persian_newsroom, **again)
    set_to(copy, [PART], cast.photo_editor, now, risk=False)
    set_to(photo, [FACE], cast.desk_editor, now)
    for one in (copy, foreign):
        one.refresh_from_db()
    assert (copy.people_at_risk, copy.blurred_areas) == (True, [PART, FACE])
    assert (foreign.people_at_risk, foreign.blurred_areas) == (False, [])

    set_to(photo, [], cast.photo_editor, now, risk=False)
    copy.refresh_from_db()
    assert (copy.people_at_risk, copy.blurred_areas) == (True, [PART, FACE])
