"""What one person put on air alone, and what was stood down, readers saw like anything else."""

from datetime import timedelta

import pytest

from articles.proof.question import edition_called
from articles.proof.replay import law_then
from articles.proof.stories import story_then
from articles.publishing.breaking import stand_down
from articles.publishing.publish_alone import publish_alone

HOUR = timedelta(hours=1)


@pytest.fixture
def then(story, english):
    def ask(moment):
        edition = edition_called(english.slug, law_then(moment).editions)
        found = story_then(story, edition, moment)
        return found.status, found.version and found.version.number

    return ask


def test_it_was_on_air_from_the_first_minute(story, cast, now, then):
    story.breaking_until = now + 9 * HOUR
    story.save()
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Flood")
    stand_down(story, actor=cast.desk_editor, now=now + HOUR)
    assert then(now - HOUR) == (404, None)
    assert then(now) == (200, 1)
    assert then(now + HOUR) == (200, 2)
