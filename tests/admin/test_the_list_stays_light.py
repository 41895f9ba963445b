"""The list of stories costs the same, however many there are."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Story, StoryPhoto


def queries(client):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(reverse("admin:articles_story_changelist"))
    assert response.status_code == 200
    return len(captured)


def test_fifty_stories_cost_as_much_as_two(make_story, photo, cast, log_in):
    client = log_in(cast.desk_editor)
    make_story(headline="First")
    few = queries(client)
    for number in range(50):
        StoryPhoto.objects.create(
            story=make_story(headline=f"Story {number}"), photo=photo, role="lead"
        )
    many = queries(client)
    assert Story.objects.count() > 50
    assert many <= few + 3  # the pictures of the lead photos
    assert many <= 20


def test_opening_a_story_costs_at_most_25_queries(story, cast, log_in):
    client = log_in(cast.desk_editor)
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("admin:articles_story_change", args=[story.pk]))
    assert len(captured) <= 25
