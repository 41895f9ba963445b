"""A page of the past says what readers had then; here it is nine days later."""

import pytest
import time_machine
from django.urls import reverse

from articles.models import PhotoText
from articles.publishing.publish import publish
from tests.admin.pages_of_the_past.mending import DAY

THEN = "2026-02-01T14:00"  # an hour after ``now``, by the clock of the service


@pytest.fixture(autouse=True)
def _clock(now):
    with time_machine.travel(now + 9 * DAY, tick=False):
        yield


@pytest.fixture
def seen(story, cast, log_in):
    """The page as it was at a moment."""

    def make(at=THEN):
        address = reverse("admin:articles_story_seen", args=[story.pk], query={"at": at})
        answer = log_in(cast.reporter).get(address)
        frame = log_in(cast.reporter).get(answer.context["frame_url"])
        assert frame.status_code == 200
        return frame.content.decode()

    return make


@pytest.fixture
def compare(story, cast, log_in):
    def make(**query):
        address = reverse("admin:articles_story_compare", args=[story.pk], query=query)
        return log_in(cast.reporter).get(address).content.decode()

    return make


@pytest.fixture
def on_air(story, photo, reporter_byline, cast, now):
    PhotoText.objects.filter(photo=photo).update(caption="The mayor at the bridge.")
    publish(story, actor=cast.desk_editor, now=now)
    return story
