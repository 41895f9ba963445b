"""One asks on a page, another sees every place and does it; nobody else finds the page."""

import pytest
from django.urls import reverse

from articles.models import Redaction
from articles.publishing.kill import kill
from articles.publishing.publish import publish


@pytest.fixture
def path(story) -> str:
    return reverse("admin:articles_story_redact", args=[story.pk])


def test_two_people_take_a_passage_out(client, story, cast, path):
    client.force_login(cast.service_chief)
    client.post(path, {"passages": "second one\r\n", "instead": "…", "reason": "A promise."})
    own = client.get(path).content.decode()
    assert "somebody else must do it" in own
    assert "Take it out everywhere" not in own
    client.force_login(cast.legal_officer)
    page = client.get(path).content.decode()
    assert "The <" not in page
    assert "second one" in page
    client.post(path, {"carry_out": "1"})
    story.refresh_from_db()
    assert "second one" not in story.body
    assert "The …." in story.body


def test_a_refusal_keeps_what_was_typed(client, story, cast, path):
    client.force_login(cast.service_chief)
    page = client.post(path, {"passages": "second one", "reason": ""})
    assert page.status_code == 422
    assert "second one" in page.content.decode()
    assert Redaction.objects.count() == 0


def test_it_is_declined(client, story, cast, path):
    client.force_login(cast.service_chief)
    client.post(path, {"passages": "second one", "reason": "A promise."})
    client.post(path, {"decline": "1", "reason": "No."})
    story.refresh_from_db()
    assert "second one" in story.body


def test_nobody_else_finds_the_page(client, cast, path):
    for stranger in (cast.reporter, cast.desk_editor, cast.photo_editor, cast.outsider):
        client.force_login(stranger)
        assert client.get(path).status_code == 404, stranger
        assert client.post(path, {"passages": "x y", "reason": "z"}).status_code == 404


def test_a_killed_story_s_form_leads_there_as_well(client, story, cast, path, now):
    """What was killed stays in the versions, and a promise holds for it."""
    publish(story, actor=cast.desk_editor, now=now)
    kill(story, actor=cast.service_chief, now=now, reason="x")
    form = reverse("admin:articles_story_change", args=[story.pk])
    client.force_login(cast.service_chief)
    assert f'href="{path}"' in client.get(form).content.decode()
    client.force_login(cast.desk_editor)
    assert f'href="{path}"' not in client.get(form).content.decode()
