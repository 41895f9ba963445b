"""A story that its reporter has submitted."""

import pytest

from articles.publishing.review import submit
from articles.publishing.save import save


@pytest.fixture
def submitted(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    story.refresh_from_db()
    return story
