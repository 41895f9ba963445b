"""Stories from before there were share cards, and which of them the worker looks at."""

from datetime import timedelta

import pytest

from articles.models import PublishedStory
from articles.publishing import complete_cards as worker
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

DAY = timedelta(days=1)


@pytest.fixture
def old(make_story, now):
    """On air since before there were cards: nothing was ever due for it."""

    def make(headline="Old", age=DAY):
        story = make_story(headline=headline)
        publish(story, actor=SYSTEM, now=now - age)
        PublishedStory.objects.filter(pk=story.pk).update(share_card_due_at=None)
        return story

    return make


@pytest.fixture
def looks(monkeypatch):
    """Stories that the worker took to look at, one by one."""
    seen, take = [], worker._take

    def taken(row, now):
        seen.append(row.pk)
        return take(row, now)

    monkeypatch.setattr(worker, "_take", taken)
    return seen
