"""The live screen of a story on air, before an editor."""

import pytest


@pytest.fixture
def url(live):
    return f"/admin/articles/story/{live.pk}/live/"


@pytest.fixture
def editor(log_in, cast):
    return log_in(cast.desk_editor)
