"""The live screen of a story on air, before an editor."""

import pytest

from tests.live import go_live


@pytest.fixture
def live(story, now):
    go_live(story, now)
    story.refresh_from_db()
    return story


@pytest.fixture
def url(live):
    return f"/admin/articles/story/{live.pk}/live/"


@pytest.fixture
def editor(log_in, cast):
    return log_in(cast.desk_editor)
