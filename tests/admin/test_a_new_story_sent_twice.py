"""A new story that is sent twice, or found again with Back, is one story."""

import pytest
from django.urls import reverse

from articles.models import (
    Byline,
    Story,
    StoryPhoto,
)
from tests.admin.sent import sent_by


@pytest.fixture
def fresh(cast, log_in, english):
    client = log_in(cast.reporter)
    page = client.get(reverse("admin:articles_story_add"))
    sent = sent_by(page.content.decode(), "story_form")
    return client, sent | {"headline": "New", "body": "<p>Words.</p>", "_continue": "Save"}


def test_a_new_story_sent_twice_is_one_story_and_one_version(fresh):
    client, sent = fresh
    answers = [client.post(reverse("admin:articles_story_add"), sent) for _click in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Story.objects.get().versions.count() == 1


def test_a_new_story_found_again_with_back_goes_on_in_the_same_story(fresh):
    client, sent = fresh
    add = reverse("admin:articles_story_add")
    client.post(add, sent)
    client.post(add, sent | {"headline": "New and better"})
    assert Story.objects.get().headline == "New and better"
    assert Story.objects.get().versions.count() == 2


def test_a_translation_key_that_was_typed_leads_into_no_other_story(fresh, make_story, cast):
    client, sent = fresh
    other = make_story(headline="Another of mine", created_by=cast.reporter)
    page = client.post(
        reverse("admin:articles_story_add"), sent | {"translation_key": str(other.translation_key)}
    )
    assert page.status_code == 200
    other.refresh_from_db()
    assert other.headline == "Another of mine"


def test_byline_rows_survive_a_second_click(fresh, reporter_byline):
    client, sent = fresh
    sent |= {"bylines-0-contributor": reporter_byline.pk, "bylines-0-role": "author"}
    for _click in range(2):
        answer = client.post(reverse("admin:articles_story_add"), sent)
        assert answer.status_code == 302, answer.context["errors"]
    assert Byline.objects.count() == 1
    assert not StoryPhoto.objects.exists()
