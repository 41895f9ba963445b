"""Editors make links and end them, each at its own story."""

from uuid import uuid4

import pytest
from django.urls import reverse

from articles.models import PreviewLink
from tests.admin.secret_preview_links.reply import html
from tests.html import errors_in


def test_an_editor_makes_one_and_sees_it_this_once(story, cast, log_in, client):
    editor = log_in(cast.desk_editor)
    address = reverse("admin:articles_story_share", args=[story.pk])
    form = editor.get(address)
    key = form.context["form"]["key"].value()
    typed = {"key": key, "hours": "24", "shows": "frozen", "for_whom": "Our lawyer"}
    made = editor.post(address, typed)
    url = made.context["url"]
    assert url.startswith("http://testserver/preview/")
    assert client.get(url.removeprefix("http://testserver")).status_code == 200
    assert "no-store" in made["Cache-Control"]
    assert errors_in(html(made)) == []

    assert editor.post(address, typed).context["url"] == url  # sent twice
    assert PreviewLink.objects.count() == 1
    page = html(editor.get(reverse("admin:articles_story_preview", args=[story.pk])))
    assert "Our lawyer" in page
    assert "Made by" in page
    assert url not in page
    assert "Our lawyer" in html(
        log_in(cast.reporter).get(reverse("admin:articles_story_preview", args=[story.pk]))
    )


@pytest.mark.parametrize(
    "typed",
    [{"key": ""}, {"key": "x"}, {"hours": ""}, {"hours": "9999"}, {"hours": "-1"}, {"hours": "x"},
     {"shows": "all"}, {"shows": ""}, {"for_whom": "x" * 200}],
)  # fmt: skip
def test_a_bad_form_makes_no_link_and_says_why(typed, story, cast, log_in):
    good = {"key": str(uuid4()), "hours": "24", "shows": "frozen"}
    address = reverse("admin:articles_story_share", args=[story.pk])
    refused = log_in(cast.desk_editor).post(address, good | typed)
    assert refused.status_code == 422
    assert "Choose how long" in html(refused)
    assert not PreviewLink.objects.exists()


def test_an_editor_ends_it_with_one_click(link, story, cast, log_in, client):
    row, address = link()
    ended = log_in(cast.desk_editor).post(
        reverse("admin:articles_story_end_link", args=[story.pk]), {"link": row.pk}
    )
    assert ended.status_code == 302
    assert client.get(address).status_code == 410


def test_a_link_of_another_story_is_not_ended_through_this_one(link, make_story, cast, log_in):
    row, _address = link()
    other = make_story(headline="Another")
    address = reverse("admin:articles_story_end_link", args=[other.pk])
    client = log_in(cast.desk_editor)
    assert client.post(address, {"link": row.pk}).status_code == 404
    assert client.post(address, {"link": "9" * 40}).status_code == 404
    row.refresh_from_db()
    assert row.revoked_at is None
