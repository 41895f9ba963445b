"""A page of a long archive takes the database no more work than one of a new newsroom."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from articles.models import PublishedStory, Story, Topic
from articles.models.listed import PublishedContributor, PublishedTopic
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="SQLite counts the steps of a query"
)
FEW, MANY = 60, 600
# These list one day, two days or one month, whole and in parts: as long as that was.
OF_A_TIME = ("sitemap", "archive")
# Steps, in hundreds: five stories more would be seen, a clock that runs on would not.
MORE = 4


@pytest.fixture
def on_air(story, now):
    story.topics.set([Topic.objects.create(slug=name, name=name) for name in ("water", "dams")])
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def older(on_air):
    """``older(many)``: so many more like it, each two hours older than the one before."""
    made = 0

    def grow(many):
        nonlocal made
        for number in range(made + 1, made + many + 1):
            _one_more(on_air, on_air.published_at - timedelta(hours=2 * number))
        made += many

    return grow


def test_no_page_takes_more_steps(on_air, older, client, english):
    paths = {
        path
        for output in OUTPUTS
        if not any(word in output.name for word in OF_A_TIME)
        for path in output.paths(on_air, english)
    }
    older(FEW)
    few = {path: steps_of(client, path) for path in paths}
    older(MANY - FEW)
    many = {path: steps_of(client, path) for path in paths}
    grown = {path: (few[path], many[path]) for path in paths if many[path] > few[path] + MORE}
    assert grown == {}


def steps_of(client, path):
    """Of SQLite's machine, in hundreds, in a warm process."""
    client.get(path)
    steps = 0

    def count():
        nonlocal steps
        steps += 1

    connection.connection.set_progress_handler(count, 100)
    try:
        assert client.get(path).status_code == 200
    finally:
        connection.connection.set_progress_handler(None, 0)
    return steps


def _one_more(row, published_at):
    story = Story.objects.get(pk=row.story_id)
    story.pk, story.translation_key, story.uri = None, uuid.uuid4(), None
    story.save(force_insert=True)
    listed = [
        (kind, list(kind.objects.filter(on_air=row)))
        for kind in (PublishedTopic, PublishedContributor)
    ]
    copy = PublishedStory.objects.get(pk=row.pk)
    copy.pk, copy.story, copy.translation_key = story.pk, story, story.translation_key
    copy.published_at = copy.revised_at = published_at
    copy.local_day = published_at.date()
    copy.save(force_insert=True)
    for kind, rows in listed:
        for one in rows:
            one.pk, one.on_air, one.published_at = None, copy, published_at
        kind.objects.bulk_create(rows)
