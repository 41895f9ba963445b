"""At which stories a text points is noted when it goes on air; a migration notes it of what was."""

from importlib import import_module

import pytest
from django.apps import apps

from articles.models import PublishedPointer
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish


@pytest.fixture
def pointing(story, make_story, now):
    other = publish(make_story(headline="The Dam Before"), actor=SYSTEM, now=now)
    story.body += f'<figure data-story="{other.pk}"></figure><figure data-story="999"></figure>'
    story.save()
    publish(story, actor=SYSTEM, now=now)
    return {(story.pk, other.pk), (story.pk, 999)}


def noted():
    return set(PublishedPointer.objects.values_list("on_air_id", "story_id"))


def test_each_is_noted_whether_it_is_on_air_or_not(pointing):
    assert noted() == pointing


def test_a_killed_story_points_nowhere(pointing, story, now):
    kill(story, actor=SYSTEM, now=now, reason="Reason")
    assert noted() == set()


def test_the_migration_notes_the_same(pointing):
    PublishedPointer.objects.all().delete()
    import_module("articles.migrations.0032_pointers").note_pointers(apps, None)
    assert noted() == pointing
