"""The preview shows the card as other sites would: of what is being written, too."""

import pytest
from django.urls import reverse

from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = pytest.mark.usefixtures("letters")


def card(story, **said):
    return reverse("admin:articles_story_card", args=[story.pk], query=said)


@pytest.fixture
def preview(story, cast, client):
    client.force_login(cast.reporter)
    return lambda: client.get(
        reverse("admin:articles_story_preview", args=[story.pk])
    ).content.decode()


def test_a_draft_has_its_card(story, preview, client):
    assert card(story, of="now") in preview()
    response = client.get(card(story, of="now"))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response.content[:3] == b"\xff\xd8\xff"


def test_what_cannot_be_set_is_shown_as_the_photo(story, preview, client):
    story.headline = "The river 🚨"
    story.save()
    html = preview()
    assert card(story) not in html
    assert "/media/" in html
    assert client.get(card(story, of="now")).status_code == 404


def test_a_withheld_story_has_none(story, preview, enforce, now):
    publish(story, actor=SYSTEM, now=now)
    enforce("order", kind="withheld", regions=["GB"], reach="matched", story=story)
    assert card(story) not in preview()


def test_others_find_nothing(story, cast, client):
    assert client.get(card(story)).status_code in (302, 403)
    client.force_login(cast.outsider)
    assert client.get(card(story)).status_code == 404


@pytest.mark.parametrize("of", ["", "9999", "x' OR 1=1", "live"])
def test_nonsense_is_not_found(of, story, cast, client):
    client.force_login(cast.reporter)
    assert client.get(card(story, of=of)).status_code in (200, 404)
