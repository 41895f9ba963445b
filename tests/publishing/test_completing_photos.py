"""What is due is made by the worker, once, also after a crash; pages follow."""

from datetime import timedelta

import pytest

from articles.imaging.plan import ALL
from articles.models import Photo, PublishedStory, StoryPhoto, StoryVersion
from articles.models.photo import public_storage
from articles.publishing import complete_photo
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import FIRST_RETRY, LATER_RETRY, TAKEN_FOR, complete
from articles.publishing.library_change import change_photo
from articles.publishing.publish import publish
from articles.publishing.sweep import sweep


@pytest.fixture
def due(make_photo, now):
    return make_photo(1, renditions_due_at=now)


@pytest.fixture
def on_air(due, make_story, now):
    story = make_story()
    StoryPhoto.objects.create(story=story, photo=due, role="lead")
    return publish(story, actor=SYSTEM, now=now)


def lead():
    return PublishedStory.objects.get().document["lead"]


def test_a_story_goes_on_air_with_the_first_files_and_gets_the_rest(on_air, due, now):
    assert set(lead()["files"]) == {"jpeg"}
    assert sweep(now) > 0
    assert {"avif", "webp", "jpeg"} <= set(lead()["files"])
    assert {row.crop for row in due.renditions.all()} == {piece.crop for piece in ALL}
    due.refresh_from_db()
    assert (due.renditions_due_at, due.renditions_error) == (None, "")
    assert StoryVersion.objects.order_by("-number")[0].reason == "The files of a photo were made"
    for row in due.renditions.all():
        assert public_storage().exists(row.file.name)


def test_nothing_is_early(due, now):
    assert not complete(due, now=now - timedelta(seconds=1))


def test_what_did_not_change_makes_no_version(on_air, due, now):
    sweep(now)
    count = StoryVersion.objects.count()
    Photo.objects.update(renditions_due_at=now)
    assert complete(due, now=now)
    assert StoryVersion.objects.count() == count


def test_a_killed_worker_s_photo_is_made_a_little_later(due, now, monkeypatch):
    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(complete_photo, "made_in_full", killed)
        with pytest.raises(KeyboardInterrupt):
            complete(due, now=now)
    assert not complete(due, now=now)  # nobody else takes it while it may be being made
    assert sweep(now + TAKEN_FOR) > 0
    due.refresh_from_db()
    assert due.renditions_due_at is None


def test_a_photo_that_another_worker_has_is_left_alone(due, now):
    assert complete_photo._take(due, now) is not None
    assert complete_photo._take(due, now) is None


def test_what_is_changed_meanwhile_stays_due(due, cast, now, monkeypatch):
    make = complete_photo.made_in_full

    def and_somebody_changes(photo, data):
        change_photo(due, {"credit": "Other"}, actor=cast.desk_editor, now=now)
        return make(photo, data)

    with monkeypatch.context() as patch:
        patch.setattr(complete_photo, "made_in_full", and_somebody_changes)
        assert not complete(due, now=now)
    due.refresh_from_db()
    assert due.renditions_due_at == now
    assert complete(due, now=now)
    assert b"Other" in public_storage().open(due.renditions.first().file.name).read()


def test_a_failure_is_told_and_tried_again_later_and_later(due, now):
    due.original.storage.delete(due.original.name)
    assert not complete(due, now=now)
    due.refresh_from_db()
    assert due.renditions_error == "The original file is missing."
    assert due.renditions_due_at == now + FIRST_RETRY
    assert due.renditions.exists()

    then = now + FIRST_RETRY
    assert not complete(due, now=then)
    due.refresh_from_db()
    assert due.renditions_due_at == then + LATER_RETRY


def test_an_error_tells_no_path_of_the_machine(due, now, monkeypatch):
    def fail(_photo):
        raise PermissionError(13, "no", "/var/media/secret")

    monkeypatch.setattr(complete_photo, "original_of", fail)
    complete(due, now=now)
    due.refresh_from_db()
    assert due.renditions_error == "The files could not be made (PermissionError)."


def test_one_failure_holds_nobody_up(due, make_photo, now):
    due.original.storage.delete(due.original.name)
    other = make_photo(2, renditions_due_at=now)
    sweep(now)
    assert sweep(now) > 0
    other.refresh_from_db()
    assert other.renditions_due_at is None


def test_one_photo_a_round_so_that_rights_end_in_time(on_air, due, make_photo, now):
    for number in range(2, 5):
        make_photo(number, renditions_due_at=now)
    rounds = Photo.objects.filter(renditions_due_at__lte=now).count()
    sweep(now)
    assert Photo.objects.filter(renditions_due_at__lte=now).count() == rounds - 1


def test_a_photo_that_nobody_may_see_has_no_files(due, now, files_of):
    Photo.objects.filter(pk=due.pk).update(rights_end_at=now)
    assert complete(due, now=now)
    assert not due.renditions.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_all_that_is_due(due, make_photo):
    from django.core.management import call_command

    make_photo(2, renditions_due_at=due.renditions_due_at)
    call_command("worker", "--once")
    assert not Photo.objects.filter(renditions_due_at__isnull=False).exists()


def test_a_job_that_fails_does_not_keep_the_others(due, now, monkeypatch, caplog):
    from articles.publishing import sweep as module

    def broken(_now):
        raise RuntimeError("a bug")

    monkeypatch.setattr(module, "JOBS", (broken, *module.JOBS))
    assert sweep(now) > 0
    assert "broken failed" in caplog.text
    due.refresh_from_db()
    assert due.renditions_due_at is None
