"""Rows and files: what a photo's renditions are called, and what is left when they change."""

from __future__ import annotations

import pytest

from articles.imaging.library import look_of, replace_renditions, store_renditions, words_of
from articles.imaging.look import Look
from articles.imaging.renditions import all_files, first_files
from articles.imaging.words import PublicWords
from articles.models import Photo, PhotoText
from tests.imaging import making

pytestmark = pytest.mark.django_db
DATA = making.picture(700, 500)


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "public": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": "/media/"},
        }
    }


def photo(**fields) -> Photo:
    return Photo.objects.create(title="x", sha256="0" * 64, width=700, height=500, **fields)


def names(one: Photo) -> set[str]:
    return set(one.renditions.values_list("file", flat=True))


def test_every_crop_format_and_width_has_a_row_and_the_photo_its_colour():
    one = photo()
    store_renditions(one, all_files(DATA, Look(), PublicWords()))
    rows = set(one.renditions.values_list("crop", "format", "width"))
    assert ("full", "avif", 640) in rows
    assert ("share", "jpeg", 700) in rows
    assert all(row.file.storage.exists(row.file.name) for row in one.renditions.all())
    # The average of red, green, blue and white, or as good as that.
    assert Photo.objects.get(pk=one.pk).dominant_colour.startswith("#7")


def test_what_is_there_already_stays():
    one = photo()
    store_renditions(one, first_files(DATA, Look(), PublicWords()))
    before = names(one)
    store_renditions(one, first_files(DATA, Look(focal=(0, 0)), PublicWords(credit="New")))
    assert names(one) == before


def test_replacing_swaps_all_rows_and_names_the_files_that_nobody_needs():
    one = photo()
    store_renditions(one, first_files(DATA, Look(), PublicWords()))
    before = names(one)
    left = replace_renditions(one, all_files(DATA, Look(), PublicWords(credit="New")))
    assert set(left) == before
    assert not names(one) & before
    assert one.renditions.filter(crop="1x1").exists()


def test_a_file_that_another_photo_shows_is_needed():
    one, other = photo(), photo()
    for each in (one, other):
        store_renditions(each, first_files(DATA, Look(), PublicWords()))
    assert names(one) == names(other)
    assert replace_renditions(one, []) == []
    assert len(replace_renditions(other, [])) == 2


def test_replacing_by_the_same_files_leaves_nothing_over():
    one = photo()
    files = first_files(DATA, Look(), PublicWords())
    store_renditions(one, files)
    assert replace_renditions(one, files) == []


def test_look_and_words_follow_the_row():
    one = photo(
        crops={"1x1": [0.1, 0.2, 0.3, 0.4]},
        blurred_areas=[[0, 0, 0.5, 0.5]],
        focal_x=0.25,
        focal_y=0.75,
        creator="A",
        credit="B",
        copyright_notice="C",
        usage_terms="D",
        digital_source_type="digitalCapture",
    )
    PhotoText.objects.create(photo=one, language="ru", alt_text="Площадь")
    PhotoText.objects.create(photo=one, language="fa", caption="only a caption")
    look, said = look_of(one), words_of(one, licence_url="https://licence.example/")
    assert look.crops == {"1x1": (0.1, 0.2, 0.3, 0.4)}
    assert look.blurred == ((0, 0, 0.5, 0.5),)
    assert look.focal == (0.25, 0.75)
    assert (said.creator, said.credit, said.copyright_notice, said.usage_terms) == tuple("ABCD")
    assert said.alt_texts == {"ru": "Площадь"}
    assert said.licence_url == "https://licence.example/"
