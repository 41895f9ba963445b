"""The library: found by word, narrowed by state, as light with many photos as with few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Photo, PhotoLease, PhotoText, StoryPhoto
from tests.admin.photo_forms import address


@pytest.fixture
def make(db):
    def photo(title: str, **fields) -> Photo:
        values = {"credit": "House", "rights_basis": "staff", "width": 900, "height": 600}
        return Photo.objects.create(title=title, sha256=title, **values | fields)

    return photo


def titles(client, **parameters) -> list[str]:
    response = client.get(address("changelist"), parameters)
    assert response.status_code == 200
    return sorted(card.title for card in response.context["cl"].cards)


def test_a_photo_is_found_by_its_words_its_date_and_its_story(make, story, cast, log_in):
    river = story.story_photos.get().photo
    dam = make("Dam", credit="Ana Lee", place="Osh", taken_at="2026-02-03T10:00Z")
    PhotoText.objects.create(photo=dam, language="ru", caption="Плотина ночью")
    client = log_in(cast.reporter)
    for words in ("dam", "ana", "OSH", "плотина", "lee osh", "2026-02-03", f"{dam.pk}"):
        assert "Dam" in titles(client, q=words), words
    assert titles(client, q="ana river") == []
    for words in ("bridge", "rises", "English"):
        assert titles(client, q=words) == [river.title], words
    assert titles(client, q="2026-13-99 nonsense%") == []


def test_states_narrow_the_library(make, cast, log_in):
    now = timezone.now()
    make("fine")
    make("bare", credit="")
    make("over", rights_end_at=now - timedelta(hours=1))
    make("soon", rights_end_at=now + timedelta(days=2))
    make("unclear", rights_basis="unknown")
    make("risk", people_at_risk=True)
    make("own", uploaded_by=cast.photo_editor)
    make("dead", killed_at=now)
    PhotoLease.objects.create(photo=make("denied"), kind="deny")
    PhotoLease.objects.create(photo=make("later"), kind="allow", starts_at=now + timedelta(days=1))
    client = log_in(cast.photo_editor)
    assert titles(client, state="usable") == ["fine", "own", "risk", "soon"]
    assert titles(client, state="ending") == ["soon"]
    assert titles(client, state="nocredit") == ["bare"]
    assert titles(client, state="atrisk") == ["risk"]
    assert titles(client, state="mine") == ["own"]
    assert titles(client, state="killed") == ["dead"]
    assert "dead" not in titles(client)


def test_what_is_in_use_is_told_from_what_is_not(make, story, persian, cast, log_in):
    make("spare")
    used = story.story_photos.get().photo.title
    client = log_in(cast.administrator)
    assert titles(client, use="yes") == [used]
    assert titles(client, use="no") == ["spare"]
    assert titles(client, service=story.service_id) == [used]
    assert titles(client, service=persian.pk) == []
    assert titles(client, service="1 OR 1=1") == sorted([used, "spare"])


def test_a_hidden_place_cannot_be_found_out(make, english, english_newsroom, cast, log_in):
    make("witness", place="Karabulak", people_at_risk=True, newsroom=english_newsroom)
    assert titles(log_in(cast.reporter), q="karabulak") == []
    assert titles(log_in(cast.photo_editor), q="karabulak") == ["witness"]
    page = log_in(cast.reporter).get(address("changelist")).content.decode()
    assert "witness" in page
    assert "Karabulak" not in page


def test_the_library_of_another_newsroom_stays_there(
    make, english, persian, english_newsroom, cast, log_in
):
    make("ours", newsroom=english_newsroom)
    make("everybody's")
    assert titles(log_in(cast.outsider)) == ["everybody's"]


def test_a_full_page_costs_as_many_queries_as_one_photo(make, story, cast, log_in):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(address("changelist"))
        return len(captured)

    client = log_in(cast.photo_editor)
    few = queries()
    for number in range(120):
        photo = make(f"photo {number}")
        PhotoText.objects.create(photo=photo, language="en", caption=f"Caption {number}")
        StoryPhoto.objects.create(story=story, photo=photo, role="gallery")
    assert queries() <= few + 1
    assert queries() <= 16
    response = client.get(address("changelist"))
    assert len(response.context["cl"].cards) == 48
    assert "Caption 119" in response.content.decode()
