"""Whoever approves sees the page that will go on air, and what it changes for readers."""

import pytest
from django.urls import reverse

from articles.publishing.publish import publish
from articles.publishing.publish_alone import publish_alone
from articles.publishing.review import submit
from articles.publishing.save import save
from tests.html import errors_in


def url(verb, story):
    return reverse(f"admin:articles_story_{verb}", args=[story.pk])


@pytest.fixture
def submitted(story, cast, now):
    save(story, actor=cast.reporter, now=now)
    submit(story, actor=cast.reporter, now=now)
    story.refresh_from_db()
    return story


def test_the_whole_page_with_photos_captions_and_bylines(submitted, cast, log_in):
    client = log_in(cast.desk_editor)
    page = client.get(url("approve", submitted))
    assert "nothing of it is live" in page.content.decode()
    assert errors_in(page.content.decode()) == []
    frame = client.get(page.context["frame_url"]).content.decode()
    for words in ("The river rises", "The river rose overnight.", "Radio Lantern", "Mara Ellery"):
        assert words in frame


def test_what_changes_for_readers(story, cast, log_in, now):
    publish(story, actor=cast.desk_editor, now=now)
    story.headline = "The river falls"
    story.save()
    submit(story, actor=cast.reporter, now=now)
    page = log_in(cast.desk_editor).get(url("approve", story)).content.decode()
    assert "<del>rises</del><ins>falls</ins>" in page


def test_the_frame_shows_what_is_approved_or_nothing(submitted, cast, log_in):
    client = log_in(cast.desk_editor)
    page = client.get(url("approve", submitted))
    assert page.context["seen_hash"] in page.context["frame_url"]
    type(submitted).objects.update(headline="Changed behind your back")
    frame = client.get(page.context["frame_url"])
    assert frame.status_code == 409
    assert "Changed behind" not in frame.content.decode()


def test_looking_over_shows_what_is_on_air(story, cast, log_in, now):
    publish_alone(story, actor=cast.desk_editor, now=now, reason="Flood")
    story.refresh_from_db()
    story.headline = "Somebody is typing"
    story.save()
    client = log_in(cast.service_chief)
    page = client.get(url("look_over", story))
    assert "Somebody is typing" not in page.content.decode()
    frame = client.get(page.context["frame_url"]).content.decode()
    assert "The river rises" in frame
    assert "Somebody is typing" not in frame
