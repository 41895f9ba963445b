"""Stories on air, and notices in force."""

from __future__ import annotations

import pytest

from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


@pytest.fixture
def on_air(story, now) -> PublishedStory:
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def url(on_air: PublishedStory) -> str:
    return f"/en/a/{on_air.slug}/{on_air.pk}.html"


@pytest.fixture
def reader_in(settings, client):
    """``reader_in("RU")`` asks as an edge would that knows the reader's country."""
    settings.TRUSTED_PROXIES = ["127.0.0.1/32"]
    settings.REGION_HEADER = "Region"

    def make(country):
        return lambda path: client.get(path, headers={"region": country})

    return make
