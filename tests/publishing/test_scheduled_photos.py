"""What is scheduled with a photo goes on air with it only if rights still allow it then."""

from datetime import timedelta

import pytest

from articles.models import PublishedStory, StorySchedule
from articles.publishing.kill_photo import kill_photo
from articles.publishing.refusals import NotFit
from articles.publishing.schedule import schedule
from articles.publishing.sweep import sweep

HOUR = timedelta(hours=1)


def test_rights_that_end_before_are_told_when_it_is_scheduled(story, photo, cast, now):
    photo.rights_end_at = now + HOUR
    photo.save()
    with pytest.raises(NotFit, match="have ended"):
        schedule(story, now + 2 * HOUR, actor=cast.desk_editor, now=now)
    schedule(story, now + HOUR / 2, actor=cast.desk_editor, now=now)


def test_a_photo_killed_meanwhile_keeps_the_story_off_the_air(story, photo, cast, now):
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    kill_photo(photo, actor=cast.photo_editor, now=now, reason="Order")
    sweep(now + HOUR)
    assert not PublishedStory.objects.exists()
    assert "was killed: take it out" in StorySchedule.objects.get().failure


def test_it_goes_on_air_with_what_may_be_seen_then(story, photo, cast, now):
    photo.rights_end_at = now + 2 * HOUR
    photo.save()
    schedule(story, now + HOUR, actor=cast.desk_editor, now=now)
    sweep(now + HOUR)
    assert PublishedStory.objects.get().document["lead"]["files"]
    sweep(now + 2 * HOUR)
    assert PublishedStory.objects.get().document["lead"]["gone"] == "rights"
