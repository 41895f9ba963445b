"""Files that a crash left behind are found and removed; nothing that somebody needs is."""

import os
from datetime import timedelta
from io import BytesIO

import pytest

from articles.models import EditorialLog, PhotoLease, Rendition
from articles.models.photo import private_storage, public_storage
from articles.publishing.kill_photo import kill_photo
from articles.publishing.sweep import sweep
from articles.publishing.tidy_files import Minutes, tidy, tidy_folder

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def at():
    """The clock by which files are aged."""
    from django.utils import timezone

    return timezone.now()


def leave(storage, name, age, at):
    if not storage.exists(name):
        storage.save(name, BytesIO(b"x"))
    moment = (at - age).timestamp()
    os.utime(storage.path(name), (moment, moment))


def age(names, moment):
    for name in names:
        os.utime(public_storage().path(name), (moment.timestamp(), moment.timestamp()))


@pytest.mark.parametrize("storage_of", [public_storage, private_storage])
def test_an_old_file_without_a_row_goes_and_a_young_one_waits(storage_of, at, db):
    storage = storage_of()
    leave(storage, "ab/old.jpg", 25 * HOUR, at)
    leave(storage, "ab/young.jpg", HOUR, at)
    assert tidy_folder("ab", at) == 1
    assert not storage.exists("ab/old.jpg")
    assert storage.exists("ab/young.jpg")
    storage.delete("ab/young.jpg")


def test_what_a_row_names_stays_however_old(make_photo, at):
    photo = make_photo(1)
    names = [row.file.name for row in photo.renditions.all()]
    leave(private_storage(), photo.original.name, 90 * DAY, at)
    for name in names:
        leave(public_storage(), name, 90 * DAY, at)
    for folder in {name.partition("/")[0] for name in [*names, photo.original.name]}:
        assert tidy_folder(folder, at) == 0
    assert all(public_storage().exists(name) for name in names)
    assert private_storage().exists(photo.original.name)


def test_every_folder_is_looked_at_within_hours(at, db):
    leave(public_storage(), "7f/old.jpg", 25 * HOUR, at)
    for number in range(256):
        tidy(at + timedelta(minutes=number))
    assert not public_storage().exists("7f/old.jpg")


def test_it_is_done_once_a_minute(at):
    minutes = Minutes()
    start = at.replace(second=1, microsecond=0)
    found = [minutes.take(start + timedelta(seconds=number)) for number in range(0, 120, 10)]
    assert [one is not None for one in found] == [number in (0, 6) for number in range(12)]
    assert minutes.take(start - HOUR) is not None  # a clock set back stops nothing


def test_a_crash_between_the_kill_and_the_removal_is_made_good(photo, cast, now):
    names = set(photo.renditions.values_list("file", flat=True))
    age(names, now - HOUR)
    # In a test nothing is committed: what is due at the commit does not happen, as in a crash.
    kill_photo(photo, actor=cast.photo_editor, now=now, reason="Order")
    assert all(public_storage().exists(name) for name in names)
    sweep(now + timedelta(minutes=3))
    assert not any(public_storage().exists(name) for name in names)


def test_a_file_that_came_back_meanwhile_stays(photo, make_photo, cast, now):
    names = list(dict.fromkeys(photo.renditions.values_list("file", flat=True)))
    age(names[:2], now - HOUR)
    age(names[2:], now + HOUR)  # made again, by somebody whose row is not committed yet
    kill_photo(photo, actor=cast.photo_editor, now=now, reason="Order")
    other = make_photo(1)
    Rendition.objects.create(
        photo=other, crop="1x1", format="jpeg", width=9, height=9, file=names[0], byte_size=1
    )
    sweep(now + timedelta(minutes=3))
    assert [public_storage().exists(name) for name in names[:3]] == [True, False, True]


def test_a_photo_that_no_page_shows_loses_its_files_with_its_rights(make_photo, now, files_of):
    photo = make_photo(1, rights_end_at=now + HOUR)
    sweep(now)
    assert files_of(photo)
    sweep(now + HOUR + timedelta(minutes=1))
    assert not photo.renditions.exists()
    assert EditorialLog.objects.filter(verb="change", noun="photo").count() == 1


def test_a_lease_that_starts_makes_the_files_again(make_photo, now):
    photo = make_photo(1)
    PhotoLease.objects.create(photo=photo, ends_at=now + HOUR)
    PhotoLease.objects.create(photo=photo, starts_at=now + DAY)
    sweep(now)
    sweep(now + HOUR)
    assert not photo.renditions.exists()
    sweep(now + DAY)
    sweep(now + DAY + timedelta(minutes=1))
    assert photo.renditions.filter(format="webp").exists()


def test_originals_kept_with_the_public_files_by_mistake_are_not_lost(make_photo, at, monkeypatch):
    from articles.publishing import tidy_files

    photo = make_photo(1)
    monkeypatch.setattr(tidy_files, "public_storage", private_storage)
    leave(private_storage(), photo.original.name, 90 * DAY, at)
    assert tidy_folder(photo.original.name.partition("/")[0], at) == 0
    assert private_storage().exists(photo.original.name)
