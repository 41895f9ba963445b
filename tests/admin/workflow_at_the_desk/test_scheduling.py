"""A moment is typed and shown in the service's time."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import StorySchedule
from tests.admin.workflow_at_the_desk.addresses import url


def test_a_moment_is_typed_in_the_service_s_time_and_shown_with_its_zone(story, cast, log_in):
    editor = log_in(cast.desk_editor)
    tomorrow = timezone.now() + timedelta(days=1)
    typed = {"publish_at_0": f"{tomorrow:%Y-%m-%d}", "publish_at_1": "18:00:00"}
    assert editor.post(url("schedule", story), typed).status_code == 302
    plan = StorySchedule.objects.get()
    assert plan.publish_at.hour in (16, 17)  # summer or winter
    assert "18:00 Prague" in editor.get(url("change", story)).content.decode()
    assert "18:00 Prague" in editor.get(reverse("admin:articles_story_changelist")).content.decode()

    assert "calls that off" in editor.get(url("publish", story)).content.decode()
    editor.post(url("unschedule", story))
    assert not StorySchedule.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Give a moment"),
        ({"publish_at_0": "2020-01-01", "publish_at_1": "10:00"}, "past"),
        ({"publish_at_0": "never", "publish_at_1": "10:00"}, "Give a moment"),
        ({"publish_at_0": "2031-03-30", "publish_at_1": "02:30"}, "does not exist"),
        ({"publish_at_0": "2031-10-26", "publish_at_1": "02:30"}, "comes twice"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_a_sentence(typed, words, story, cast, log_in):
    refused = log_in(cast.desk_editor).post(url("schedule", story), typed)
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert not StorySchedule.objects.exists()


def test_of_an_hour_that_comes_twice_the_one_that_was_chosen(story, cast, log_in):
    typed = {"publish_at_0": "2031-10-26", "publish_at_1": "02:30", "publish_at_pass": "second"}
    log_in(cast.desk_editor).post(url("schedule", story), typed)
    assert StorySchedule.objects.get().publish_at == datetime.fromisoformat("2031-10-26T01:30Z")
