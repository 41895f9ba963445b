"""Working copies stay in their newsroom, on every path that could show one."""

import pytest
from django.urls import reverse

from articles.publishing.save import save

SECRET = "A secret draft headline"


@pytest.fixture
def draft(make_story, cast, now):
    story = make_story(headline=SECRET, ed_note="Source: the minister's driver")
    save(story, actor=cast.reporter, now=now)
    return story


def paths(draft):
    change = reverse("admin:articles_story_change", args=[draft.pk])
    return {
        "form": change,
        "history": reverse("admin:articles_story_history", args=[draft.pk]),
        "publish": reverse("admin:articles_story_publish", args=[draft.pk]),
        "unpublish": reverse("admin:articles_story_unpublish", args=[draft.pk]),
        "kill": reverse("admin:articles_story_kill", args=[draft.pk]),
        "restore": reverse("admin:articles_story_restore", args=[draft.pk]) + "?version=1",
        "list": reverse("admin:articles_story_changelist"),
        "search": reverse("admin:articles_story_changelist") + "?q=secret",
    }


@pytest.mark.parametrize(
    "path", ["form", "history", "publish", "unpublish", "kill", "restore", "list", "search"]
)
def test_an_outsider_sees_nothing_of_a_draft(path, draft, cast, log_in):
    response = log_in(cast.outsider).get(paths(draft)[path], follow=True)

    assert SECRET not in response.content.decode()
    assert "minister" not in response.content.decode()


@pytest.mark.parametrize("path", ["form", "history", "list", "search"])
def test_a_colleague_sees_it(path, draft, cast, log_in):
    response = log_in(cast.reporter).get(paths(draft)[path])

    assert response.status_code == 200
    assert SECRET in response.content.decode()


@pytest.mark.parametrize("path", ["publish", "unpublish", "kill", "restore"])
def test_a_reporter_has_no_page_for_the_verbs_of_the_desk(path, draft, cast, log_in):
    assert log_in(cast.reporter).get(paths(draft)[path]).status_code == 404


def test_an_anonymous_visitor_is_asked_to_log_in_everywhere(draft, client):
    for path in paths(draft).values():
        response = client.get(path)
        assert response.status_code == 302
        assert "/admin/login/" in response["Location"]


def test_a_story_cannot_be_found_through_autocomplete(draft, cast, log_in):
    """No field refers to stories, so the endpoint refuses every question about them."""
    response = log_in(cast.outsider).get(
        reverse("admin:autocomplete"),
        {"app_label": "articles", "model_name": "story", "field_name": "service", "term": "secret"},
    )
    assert SECRET not in response.content.decode()


def test_a_photo_of_another_newsroom_is_not_offered(photo, english_newsroom, cast, log_in):
    photo.newsroom = english_newsroom
    photo.title = "Secret picture"
    photo.save()
    client = log_in(cast.outsider)

    picker = client.get(reverse("admin:articles_photo_picker"), {"ids": str(photo.pk)})
    found = client.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "articles",
            "model_name": "storyphoto",
            "field_name": "photo",
            "term": "Secret",
        },
    )
    assert picker.json()["photos"] == []
    assert found.json()["results"] == []


def test_staff_pages_are_for_administrators(cast, log_in):
    url = reverse("admin:auth_user_changelist")
    assert log_in(cast.administrator).get(url).status_code == 200
    assert log_in(cast.service_chief).get(url).status_code == 403


def test_an_outsider_cannot_post_to_a_story_either(draft, cast, log_in, form_data):
    client = log_in(cast.outsider)
    client.post(paths(draft)["form"], form_data(headline="Taken over"))
    client.post(paths(draft)["publish"])

    draft.refresh_from_db()
    assert draft.headline == SECRET
    assert draft.published_at is None
