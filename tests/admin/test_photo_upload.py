"""One photo per request: taken in, recognised, or refused with a sentence and the right status."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.imaging.intake import MAX_BYTES
from articles.models import Photo
from tests.admin.photo_forms import address


def send(client, data, name="river.jpg", **more):
    file = SimpleUploadedFile(name, data, "image/jpeg")
    return client.post(address("upload"), {"file": file} | more)


def test_a_reporter_s_photo_comes_back_with_its_words(english, cast, log_in, jpeg):
    exif = Image.Exif()
    exif[0x010E] = "The river at noon."
    out = BytesIO()
    Image.open(BytesIO(jpeg)).save(out, "JPEG", exif=exif)
    response = send(log_in(cast.reporter), out.getvalue(), service=english.pk)

    assert response.status_code == 201
    photo, answer = Photo.objects.get(), response.json()
    assert photo.newsroom == english.newsroom
    assert (answer["id"], answer["caption_here"]) == (photo.pk, "The river at noon.")
    assert answer["thumbnail"]
    assert answer["may_edit"]


def test_a_shared_photo_is_every_newsroom_s(english, cast, log_in, jpeg):
    send(log_in(cast.reporter), jpeg, service=english.pk, shared="1")
    assert Photo.objects.get().newsroom is None


def test_a_duplicate_is_answered_with_the_photo_that_is_there(photo, cast, log_in, jpeg):
    response = send(log_in(cast.reporter), jpeg)

    assert response.status_code == 409
    assert response.json()["photo"]["id"] == photo.pk
    assert "already" in response.json()["sentence"]
    assert Photo.objects.count() == 1


def test_a_duplicate_in_another_newsroom_is_not_betrayed(
    photo, english_newsroom, persian, cast, log_in, jpeg
):
    photo.newsroom = english_newsroom
    photo.save()
    response = send(log_in(cast.outsider), jpeg, service=persian.pk)

    assert response.status_code == 201
    assert response.json()["id"] != photo.pk


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"<html><body>", 415), (b"GIF89a" + b"x" * 50, 415), (b"", 400), (b"\xff\xd8\xff", 422)],
)
def test_what_is_no_photo_is_refused_with_a_sentence(data, status, english, cast, log_in):
    response = send(log_in(cast.reporter), data)

    assert response.status_code in (status, 415)
    assert len(response.json()["sentence"]) > 10
    assert not Photo.objects.exists()


def test_a_body_that_is_too_long_is_refused_unread(cast, english, log_in):
    response = log_in(cast.reporter).post(
        address("upload"), b"", content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2 * MAX_BYTES),
    )  # fmt: skip
    assert response.status_code == 413
    assert "50 MB is the most" in response.json()["sentence"]


@pytest.mark.parametrize(
    ("who", "status"),
    [("reporter", 201), ("photo_editor", 201), ("administrator", 201), ("legal_officer", 403),
     ("outsider", 403)],
)  # fmt: skip
def test_who_may_add_a_photo_for_the_english_service(who, status, english, cast, log_in, jpeg):
    response = send(log_in(getattr(cast, who)), jpeg, service=english.pk)
    assert response.status_code == status
    assert Photo.objects.exists() == (status == 201)


def test_whoever_is_logged_out_is_told_so_in_a_sentence(client, db, jpeg):
    response = send(client, jpeg)
    assert response.status_code == 401
    assert "Log in" in response.json()["sentence"]


def test_the_upload_is_protected_against_forgery(cast, english, jpeg):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.reporter)
    assert send(client, jpeg).status_code == 403
    assert not Photo.objects.exists()


def test_without_a_script_several_files_come_in_by_one_form(english, cast, log_in, jpeg):
    out = BytesIO()
    Image.open(BytesIO(jpeg)).rotate(90, expand=True).save(out, "JPEG")
    files = [
        SimpleUploadedFile(f"{name}.jpg", data)
        for name, data in (("one", jpeg), ("two", out.getvalue()), ("page", b"<html>"))
    ]
    client = log_in(cast.reporter)
    response = client.post(address("add"), {"file": files, "service": english.pk})

    assert response.status_code == 422
    assert Photo.objects.count() == 2
    page = response.content.decode()
    assert "It is a web page" in page
    assert "words/?ids=" in page
    more = client.post(address("add"), {"file": [SimpleUploadedFile("one.jpg", jpeg)]})
    assert "was in the library already" in more.content.decode()


def test_who_may_not_add_photos_sees_no_form(cast, english, log_in):
    assert log_in(cast.legal_officer).get(address("add")).status_code == 403
    assert log_in(cast.reporter).get(address("add")).status_code == 200


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 20, "-1", "x", "٣"])
def test_a_service_that_is_no_number_is_refused_by_both_ways_in(
    number, english, cast, log_in, jpeg
):
    client = log_in(cast.reporter)
    assert send(client, jpeg, service=number).status_code == 403
    file = SimpleUploadedFile("river.jpg", jpeg, "image/jpeg")
    response = client.post(address("add"), {"file": file, "service": number})
    assert response.status_code == 302  # the first of one's own services, as without a choice
    assert Photo.objects.get().newsroom == english.newsroom
