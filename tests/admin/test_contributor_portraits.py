"""A contributor's portrait: a photo of one's own newsroom or the common library, in good rights."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from articles.models import Photo, PhotoLease
from tests.admin.sent import sent_by

NOT_OURS = "Select a valid choice"


@pytest.fixture
def send(reporter_byline, cast, log_in):
    path = reverse("admin:articles_contributor_change", args=[reporter_byline.pk])

    def post(portrait, who="desk_editor", **changes):
        client = log_in(getattr(cast, who))
        data = sent_by(client.get(path).content.decode(), "contributor_form")
        return client.post(path, data | {"portrait": portrait, "_continue": "Save"} | changes)

    return post


def portrait(contributor):
    contributor.refresh_from_db()
    return contributor.portrait


def test_a_photo_of_the_library_becomes_the_portrait(photo, reporter_byline, send):
    response = send(photo.pk)
    assert response.status_code == 302, response.context["errors"]
    assert portrait(reporter_byline) == photo


def test_another_newsroom_s_photo_does_not(photo, persian_newsroom, reporter_byline, send):
    Photo.objects.filter(pk=photo.pk).update(newsroom=persian_newsroom)
    response = send(photo.pk)
    assert NOT_OURS in response.content.decode()
    assert photo.title not in response.content.decode()
    assert portrait(reporter_byline) is None


def test_a_killed_photo_does_not(photo, reporter_byline, send, now):
    Photo.objects.filter(pk=photo.pk).update(killed_at=now)
    assert NOT_OURS in send(photo.pk).content.decode()
    assert portrait(reporter_byline) is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"credit": ""}, "has no credit"), ({"rights_basis": "agency"}, "say where it came from"),
     ({"rights_end_at": "over"}, "have ended")],
)  # fmt: skip
def test_a_photo_whose_rights_do_not_hold_does_not(
    changes, said, photo, reporter_byline, send, now
):
    if "rights_end_at" in changes:
        changes = {"rights_end_at": now - timedelta(days=900)}
    Photo.objects.filter(pk=photo.pk).update(**changes)
    response = send(photo.pk, name="Mara E. Ellery")
    page = response.content.decode()
    assert "This photo cannot be a portrait yet." in page
    assert said in page
    assert "Mara E. Ellery" in page
    assert portrait(reporter_byline) is None


def test_a_photo_that_the_service_may_not_use_does_not(photo, english, reporter_byline, send):
    PhotoLease.objects.create(photo=photo, kind="deny", service=english)
    assert "may not use" in send(photo.pk).content.decode()
    assert portrait(reporter_byline) is None


def test_the_portrait_that_is_there_keeps_nothing_else_from_being_saved(
    photo, persian_newsroom, reporter_byline, send
):
    reporter_byline.portrait = photo
    reporter_byline.save()
    Photo.objects.filter(pk=photo.pk).update(newsroom=persian_newsroom, credit="")
    response = send(photo.pk, name="Mara E. Ellery")
    assert response.status_code == 302, response.context["errors"]
    reporter_byline.refresh_from_db()
    assert (reporter_byline.portrait, reporter_byline.name) == (photo, "Mara E. Ellery")
