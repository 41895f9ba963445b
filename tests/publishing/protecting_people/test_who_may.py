"""Who uploaded a photo may protect people in it; lifting is for photo editors."""

import pytest

from articles.publishing.refusals import NotAllowed
from tests.publishing.protecting_people.face import FACE, contrast, set_to

PART = [0.1, 0.1, 0.1, 0.1]


def test_lifting_and_shrinking_are_for_photo_editors(spotted, cast, now):
    set_to(spotted, [FACE], cast.desk_editor, now)
    for areas, risk in (([], True), ([PART], True), ([FACE], False)):
        for who in ("reporter", "desk_editor", "service_chief", "administrator", "outsider"):
            with pytest.raises(NotAllowed):
                set_to(spotted, areas, getattr(cast, who), now, risk)
    set_to(spotted, [FACE, [0.5, 0.5, 0.2, 0.2]], cast.desk_editor, now)
    set_to(spotted, [[0, 0, 0.2, 0.3], [0.1, 0, 0.2, 0.3], [0.5, 0.5, 0.2, 0.2]],
           cast.desk_editor, now)  # fmt: skip
    set_to(spotted, [], cast.photo_editor, now, risk=False)
    assert (spotted.people_at_risk, spotted.blurred_areas) == (False, [])
    assert contrast(spotted) > 100


def test_the_uploader_may_protect_the_own_photo_but_not_lift_it(spotted, cast, now):
    spotted.uploaded_by = cast.reporter
    spotted.save()
    set_to(spotted, [FACE], cast.reporter, now)
    with pytest.raises(NotAllowed):
        set_to(spotted, [], cast.reporter, now)
