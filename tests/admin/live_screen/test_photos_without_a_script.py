"""A photo comes with the form where there is no script."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Photo, PublishedEntry
from tests.admin.live_screen.sent import typed


def test_a_photo_comes_with_the_form_where_there_is_no_script(url, editor, picture_file):
    words = {"alt_text": "A bridge.", "credit": "Radio Lantern", "rights_basis": "staff"}
    response = editor.post(url, typed("post", file=picture_file, **words))
    assert response.status_code == 302, response.content.decode()
    row = PublishedEntry.objects.get()
    assert row.document["photo"]["alt"] == "A bridge."
    assert Photo.objects.get(pk=row.document["photo"]["photo"]).credit == "Radio Lantern"


def test_a_photo_without_a_credit_is_refused_and_is_not_sent_twice(url, editor, picture_file):
    response = editor.post(url, typed("post", file=picture_file))
    html = response.content.decode()
    assert response.status_code == 422
    assert "has no credit" in html
    photo = Photo.objects.latest("pk")
    assert Photo.objects.count() == 2  # with the story’s own
    assert re.search(rf'name="photo" value="{photo.pk}"', html)


@pytest.fixture
def picture_file():
    out = BytesIO()
    Image.linear_gradient("L").resize((360, 240)).convert("RGB").save(out, "JPEG")
    return SimpleUploadedFile("bridge.jpg", out.getvalue(), "image/jpeg")
