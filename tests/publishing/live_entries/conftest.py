"""A story whose live coverage is on air."""

import pytest

from tests.live import go_live


@pytest.fixture
def live(story, now):
    go_live(story, now)
    story.refresh_from_db()
    return story
