"""A picture that is something else besides is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from articles.imaging import intake
from articles.imaging.intake import inspect
from tests.imaging import making
from tests.imaging.refused.refusal import refusal


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    "behind", [b"<html><body>", b"\n<SCRIPT>alert(1)</SCRIPT>", b"<?php system('id');", b"<svg/>"]
)
def test_a_picture_with_a_page_or_script_behind_it_is_refused(kind, behind):
    assert "a web page or a script at once" in refusal(making.picture(kind=kind) + behind)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_is_an_archive_too_is_refused(kind):
    with zipfile.ZipFile(out := BytesIO(), "w") as archive:
        archive.writestr("payload.exe", b"MZ")
    assert "a ZIP archive at once" in refusal(making.picture(kind=kind) + out.getvalue())


def test_a_picture_that_is_a_document_too_is_refused():
    assert "a PDF document at once" in refusal(making.picture() + b"%PDF-1.4\n1 0 obj")
    assert "a PDF document at once" in refusal(making.picture(comment=b"%PDF-1.4"))


def test_markup_in_the_words_of_a_picture_is_no_disguise():
    assert inspect(making.picture(comment=b"<script>"))


def test_a_name_says_nothing_and_the_content_everything():
    assert "It is a web page" in refusal(b"<!DOCTYPE html><title>photo.jpg</title>")


def test_a_progressive_jpeg_that_would_fill_the_memory_is_refused_unread(monkeypatch):
    monkeypatch.setattr(intake, "MAX_HELD", 400 * 300 * 3)
    assert inspect(making.picture(progressive=True, subsampling="4:2:0"))
    assert inspect(making.picture(subsampling="4:4:4"))
    data = making.picture(progressive=True, subsampling="4:4:4")
    monkeypatch.setattr(Image, "open", lambda *_, **__: pytest.fail("opened"))
    assert "baseline" in refusal(data)
