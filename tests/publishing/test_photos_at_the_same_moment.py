"""Two workers, or an editor and a worker, at the same photo: once, and in some order."""

import threading
from datetime import timedelta
from functools import partial

import pytest
from django.db import connections, transaction

from articles.models import (
    EditorialLog,
    Photo,
    PublishedPhoto,
    PublishedStory,
    StoryPhoto,
    StoryVersion,
)
from articles.publishing import republish as module
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_photo import complete
from articles.publishing.end_rights import end_due_rights
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo, contributor_changed
from articles.publishing.publish import publish
from articles.publishing.refusals import NotFit, VerbRefused

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*works):
    start, answers, failures = threading.Barrier(len(works)), [], []

    def run(work):
        try:
            start.wait()
            answers.append(work())
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers, failures


def test_two_workers_end_rights_once(story, photo, now):
    photo.rights_end_at = ends = now + timedelta(hours=1)
    photo.save()
    publish(story, actor=SYSTEM, now=now)
    answers, failures = at_once(*[lambda: end_due_rights(ends)] * 3)
    assert (sorted(answers), failures) == ([0, 0, 1], [])
    assert EditorialLog.objects.filter(verb="expire").count() == 1
    assert StoryVersion.objects.count() == 2


def test_two_workers_make_a_photo_once(story, photo, now):
    Photo.objects.update(renditions_due_at=now)
    answers, failures = at_once(*[lambda: complete(photo, now=now)] * 3)
    assert (sorted(answers), failures) == ([False, False, True], [])
    assert Photo.objects.get(pk=photo.pk).renditions_due_at is None


def test_a_story_does_not_go_on_air_with_a_photo_that_is_just_killed(story, photo, now):
    answers, failures = at_once(
        lambda: publish(story, actor=SYSTEM, now=now),
        lambda: kill_photo(photo, actor=SYSTEM, now=now, reason="Order"),
    )
    assert all(isinstance(error, NotFit) for error in failures)
    assert len(answers) + len(failures) == 2
    assert not PublishedPhoto.objects.exists()
    for row in PublishedStory.objects.all():
        assert row.document["lead"] is None


def test_nobody_waits_in_a_circle(photo, make_story, now):
    """Everything that locks photos and stories, at once, in every order."""
    photo.rights_end_at = ends = now + timedelta(hours=1)
    photo.save()
    stories = [make_story(headline=f"Story {number}") for number in range(4)]
    for story in stories:
        StoryPhoto.objects.create(story=story, photo=photo, role="lead")
    for story in stories[:2]:
        publish(story, actor=SYSTEM, now=now)
    Photo.objects.update(renditions_due_at=now)
    works = [partial(publish, story, actor=SYSTEM, now=now) for story in reversed(stories)]
    works += [
        partial(complete, photo, now=now),
        partial(end_due_rights, ends),
        partial(change_photo, photo, {"credit": "Ana Lima"}, actor=SYSTEM, now=now),
        partial(kill_photo, photo, actor=SYSTEM, now=now, reason="Order"),
    ]
    _answers, failures = at_once(*works)
    assert [one for one in failures if not isinstance(one, VerbRefused)] == []
    assert Photo.objects.get(pk=photo.pk).killed_at == now
    assert not PublishedPhoto.objects.exists()
    assert not [row for row in PublishedStory.objects.all() if row.document["lead"]]
    assert not photo.renditions.exists()


def test_a_new_portrait_that_is_killed_just_now_is_on_no_page(
    make_story, photo, reporter_byline, english, now, monkeypatch
):
    english.publisher = reporter_byline
    english.save()
    publish(make_story(), actor=SYSTEM, now=now)
    killing = threading.Thread(target=in_a_thread(kill_photo), args=(photo, now))
    put = module.put_on_air

    def slow(*args, **fields):
        row = put(*args, **fields)
        if not killing.ident:
            killing.start()
            killing.join(timeout=1)  # who has to wait for us, does
        return row

    monkeypatch.setattr(module, "put_on_air", slow)
    with transaction.atomic():
        reporter_byline.portrait = photo
        reporter_byline.save()
        contributor_changed(reporter_byline, actor=SYSTEM, now=now)
    killing.join()
    assert Photo.objects.get(pk=photo.pk).killed_at
    assert not PublishedStory.objects.get().document["publisher"]["picture"]


def in_a_thread(kill):
    def run(photo, now):
        try:
            kill(photo, actor=SYSTEM, now=now, reason="Order")
        finally:
            connections.close_all()

    return run
