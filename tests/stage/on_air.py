"""The story on air: as a report, and as live coverage."""

from __future__ import annotations

from datetime import datetime

import pytest

from articles.models import PublishedStory, Story
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.live import go_live


@pytest.fixture
def on_air(story: Story, now: datetime) -> PublishedStory:
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def url(on_air: PublishedStory) -> str:
    """Where readers find it."""
    return f"/en/a/{on_air.slug}/{on_air.pk}.html"


@pytest.fixture
def live(story: Story, now: datetime) -> Story:
    """The working copy of a story whose live coverage is on air."""
    go_live(story, now)
    story.refresh_from_db()
    return story
