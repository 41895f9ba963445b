"""A photo's page that was open while somebody else worked: it undoes nothing of theirs."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from articles.models import PhotoText
from articles.publishing.library_change import change_photo
from articles.publishing.protect_photo import protect
from tests.admin.photo_forms import address, page_data
from tests.admin.sent import sent_by

AREA = [[0.1, 0.1, 0.2, 0.2]]
OTHER = [[0.5, 0.5, 0.2, 0.2]]
MEANWHILE = "Somebody else changed the protection meanwhile: look at it again."


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.photo_editor)


@pytest.fixture
def left_open(photo, client):
    page = client.get(address("change", photo.pk)).content.decode()
    return sent_by(page, "photo_form") | {"_continue": "Save"}


@pytest.fixture
def protected(photo, cast, now, left_open):
    protect(photo, people_at_risk=True, blurred_areas=AREA, actor=cast.desk_editor, now=now)
    return photo


def send(client, photo, data):
    response = client.post(address("change", photo.pk), data)
    photo.refresh_from_db()
    return response


def test_a_caption_changed_on_an_old_page_lifts_no_protection(protected, client, left_open):
    response = send(client, protected, left_open | {"texts-0-caption": "The river is high."})
    assert response.status_code == 302, response.context["errors"]
    assert (protected.people_at_risk, protected.blurred_areas) == (True, AREA)
    assert protected.texts.get(language="en").caption == "The river is high."


def test_what_others_wrote_meanwhile_stays(photo, client, left_open, cast, now):
    ends = now + timedelta(days=1)
    values = {"credit": "Right", "rights_end_at": ends, "rights_basis": "agency", "focal_x": 0.25}
    change_photo(photo, values, actor=cast.desk_editor, now=now)
    PhotoText.objects.filter(photo=photo).update(alt_text="A bridge in flood.")
    response = send(client, photo, left_open | {"place": "Ost", "texts-0-caption": "High water."})
    assert response.status_code == 302, response.context["errors"]
    kept = (photo.credit, photo.rights_end_at, photo.rights_basis, photo.focal_x)
    assert kept == ("Right", ends, "agency", 0.25)
    assert photo.place == "Ost"
    text = photo.texts.get(language="en")
    assert (text.caption, text.alt_text) == ("High water.", "A bridge in flood.")


def test_two_who_protect_at_once_are_told_and_nothing_is_lost(protected, client, left_open):
    drawn = left_open | {"blurred_areas": json.dumps(OTHER), "credit": "Ana"}
    response = send(client, protected, drawn)
    page = response.content.decode()
    assert MEANWHILE in page
    assert (protected.people_at_risk, protected.blurred_areas) == (True, AREA)
    again = sent_by(page, "photo_form") | {"_continue": "Save"}
    assert again["credit"] == "Ana"
    assert send(client, protected, again).status_code == 302
    assert (protected.people_at_risk, protected.blurred_areas) == (True, AREA + OTHER)
    assert protected.credit == "Ana"


def test_who_saw_the_protection_and_may_lifts_it(protected, client):
    page = client.get(address("change", protected.pk)).content.decode()
    data = sent_by(page, "photo_form") | {"blurred_areas": "[]", "_continue": "Save"}
    data.pop("people_at_risk")
    assert send(client, protected, data).status_code == 302
    assert (protected.people_at_risk, protected.blurred_areas) == (False, [])


def test_what_does_not_say_what_was_shown_lifts_nothing(protected, client):
    text = PhotoText.objects.get(photo=protected)
    response = send(client, protected, page_data(protected, text, credit="Ana"))
    assert response.status_code == 302
    assert (protected.people_at_risk, protected.blurred_areas) == (True, AREA)
    assert protected.credit == "Ana"


def test_an_old_page_of_words_writes_what_was_typed_alone(photo, client, cast, now):
    page = client.get(address("words"), {"ids": photo.pk, "language": "en"}).content.decode()
    ends = now + timedelta(days=1)
    change_photo(photo, {"credit": "Right", "rights_end_at": ends}, actor=cast.desk_editor, now=now)
    PhotoText.objects.filter(photo=photo).update(alt_text="A bridge in flood.")
    data = sent_by(page) | {f"photo-{photo.pk}-caption": "High water."}
    response = client.post(address("words"), data)
    assert response.status_code == 302
    photo.refresh_from_db()
    assert (photo.credit, photo.rights_end_at) == ("Right", ends)
    text = photo.texts.get(language="en")
    assert (text.caption, text.alt_text) == ("High water.", "A bridge in flood.")
