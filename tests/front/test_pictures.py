"""In the demonstration the site hands out its own public pictures, and no other file."""

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404

from articles.front.machines import media
from articles.models import Rendition


def test_a_public_picture_may_be_kept_for_ever(photo, rf):
    for rendition in Rendition.objects.filter(photo=photo):
        answer = media(rf.get("/"), rendition.file.name)
        assert answer.status_code == 200
        assert answer["Content-Type"] == f"image/{rendition.format}"
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert b"".join(answer.streaming_content)


def test_nothing_else_is_handed_out(photo, rf):
    original = photo.original.name
    for name in ("", "/", "..", original, f"../originals/{original}", "no.jpg", "a.svg", "\0.jpg"):
        with pytest.raises((Http404, SuspiciousFileOperation)):
            media(rf.get("/"), name)


def test_pictures_are_only_for_reading(photo, rf):
    assert media(rf.post("/"), "a.jpg").status_code == 405
