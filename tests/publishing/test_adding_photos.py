"""A photo comes in with its first files at once; the same file does not come in twice."""

import pytest

from articles.imaging.refused import RefusedImage
from articles.models import EditorialLog, Photo, Rendition
from articles.models.photo import private_storage
from articles.publishing import add_photo as module
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.refusals import NotAllowed
from tests.imaging.making import picture as plain_picture


def originals():
    storage = private_storage()
    try:
        folders, files = storage.listdir("")
    except FileNotFoundError:
        return set()
    return {*files, *(name for folder in folders for name in storage.listdir(folder)[1])}


def test_the_first_files_are_there_and_the_rest_is_due(picture, cast, now, db):
    photo = add_photo(picture(1), "river.jpg", actor=cast.reporter, now=now)
    assert set(photo.renditions.values_list("format", "crop")) == {("jpeg", "full")}
    assert photo.renditions_due_at == now
    assert photo.uploaded_by == cast.reporter
    assert EditorialLog.objects.get(verb="upload").noun_id == photo.pk


def test_the_same_file_is_told_with_the_photo_that_has_it(picture, cast, now, english_newsroom):
    first = add_photo(picture(1), "river.jpg", actor=SYSTEM, now=now)
    with pytest.raises(DuplicatePhoto) as refused:
        add_photo(picture(1), "flood.jpg", actor=cast.reporter, now=now, newsroom=english_newsroom)
    assert refused.value.photo == first
    assert "“river”" in str(refused.value)
    second = add_photo(picture(1), "flood.jpg", actor=cast.reporter, now=now, allow_duplicate=True)
    assert second.pk != first.pk
    assert second.original.name != first.original.name


def test_another_newsroom_s_photo_is_not_told(picture, now, english_newsroom, persian_newsroom):
    add_photo(picture(1), "river.jpg", actor=SYSTEM, now=now, newsroom=persian_newsroom)
    add_photo(picture(1), "river.jpg", actor=SYSTEM, now=now, newsroom=english_newsroom)
    assert Photo.objects.count() == 2


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xff\xd8\xff\xe0" + b"x" * 2000])
def test_what_is_refused_leaves_nothing_behind(data, cast, now, db):
    before = originals()
    with pytest.raises(RefusedImage):
        add_photo(data, "river.jpg", actor=cast.reporter, now=now)
    assert not Photo.objects.exists()
    assert originals() == before


def test_a_failure_on_the_way_leaves_no_original_behind(picture, now, db, monkeypatch):
    def fail(*_args, **_fields):
        raise OSError("the disk is full")

    before = originals()
    monkeypatch.setattr(module, "store_renditions", fail)
    with pytest.raises(OSError, match="full"):
        add_photo(picture(1), "river.jpg", actor=SYSTEM, now=now)
    assert not Photo.objects.exists()
    assert not Rendition.objects.exists()
    assert originals() == before


@pytest.mark.parametrize("who", ["legal_officer"])
def test_lawyers_add_no_photos(who, picture, cast, now):
    with pytest.raises(NotAllowed):
        add_photo(picture(1), "river.jpg", actor=getattr(cast, who), now=now)


def test_creator_credit_and_copyright_come_from_the_file(now, db):
    from PIL import Image

    exif = Image.Exif()
    exif[Image.ExifTags.Base.Artist] = "Ana Lima"
    exif[Image.ExifTags.Base.Copyright] = "Ana Lima, all rights reserved"
    data = plain_picture(exif=exif)
    photo = add_photo(data, "IMG_1.jpg", actor=SYSTEM, now=now)
    assert (photo.creator, photo.credit) == ("Ana Lima", "Ana Lima")
    assert photo.copyright_notice == "Ana Lima, all rights reserved"
    assert b"Ana Lima" in photo.renditions.first().file.read()
