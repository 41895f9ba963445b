"""What the picker and the searchable lists offer."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Photo, PhotoText
from tests.admin.photo_forms import address


@pytest.fixture
def many(photo):
    for number in range(60):
        Photo.objects.create(
            title=f"Photo {number}", sha256=str(number), width=900, height=600, credit="House"
        )


def test_it_offers_pages_in_a_bounded_number_of_queries(many, cast, log_in):
    client = log_in(cast.reporter)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address("picker")).json()
    assert len(captured) <= 9
    assert (len(answer["photos"]), answer["more"]) == (24, True)
    last = client.get(address("picker"), {"page": "3"}).json()
    assert (len(last["photos"]), last["more"]) == (13, False)
    assert client.get(address("picker"), {"page": "x,-3"}).json() == answer


def test_words_come_in_the_story_s_language(photo, english, persian, cast, log_in):
    PhotoText.objects.create(photo=photo, language="fa", caption="رود", alt_text="آب")
    client = log_in(cast.administrator)
    english_row = client.get(address("picker"), {"service": english.pk}).json()["photos"][0]
    persian_row = client.get(address("picker"), {"service": persian.pk}).json()["photos"][0]
    assert english_row["alt"] == "Brown water under a bridge."
    assert (persian_row["alt"], persian_row["caption_here"]) == ("آب", "رود")


def test_a_killed_photo_is_offered_nowhere(photo, cast, log_in, now):
    photo.killed_at = now
    photo.save()
    client = log_in(cast.photo_editor)
    for parameters in ({}, {"ids": photo.pk}, {"q": photo.title}, {"state": "killed"}):
        assert client.get(address("picker"), parameters).json()["photos"] == []
    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "articles", "model_name": "contributor", "field_name": "portrait",
         "term": photo.title},
    )  # fmt: skip
    assert found.status_code in (200, 403)
    assert photo.title not in found.content.decode()


def test_whoever_is_logged_out_is_offered_nothing(photo, client):
    assert client.get(address("picker")).status_code == 302
