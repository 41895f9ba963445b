"""A story in every list that has feeds."""

import pytest

from articles.models import Topic
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


@pytest.fixture
def river(story, now):
    story.topics.add(Topic.objects.create(slug="water", name="Water"))
    story.standfirst = "Brown water & <b>boats</b>."
    story.save()
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def full(english):
    english.feed_text = "full"
    english.save()
    standing.forget()


@pytest.fixture
def read(client):
    def ask(path, **options):
        reply = client.get(path, **options)
        assert reply.status_code == 200, path
        return reply.content.decode()

    return ask
