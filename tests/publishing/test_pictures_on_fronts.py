"""A picture chosen for a card obeys its rights as every picture: front cards are among its uses."""

from datetime import timedelta

import pytest

from articles.models import CacheLedger, FrontPhoto, PhotoText, PublishedFront
from articles.publishing.actors import SYSTEM
from articles.publishing.end_rights import end_due_rights
from articles.publishing.front_slots import Slot
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import photo_changed
from articles.publishing.photo_usage import used_in
from articles.publishing.publish import publish
from articles.publishing.put_front_on_air import put_front_back, put_front_on_air
from articles.publishing.save_front import save_front

DAY = timedelta(days=1)


@pytest.fixture
def front(english, make_story, photo, cast, now):
    story = make_story()
    publish(story, actor=SYSTEM, now=now)
    photo.rights_end_at = now + DAY
    photo.save()
    slots = [Slot(story.pk, picture=str(photo.pk))]
    made = save_front(english, None, slots, seen=0, actor=cast.desk_editor, now=now).front
    put_front_on_air(made, seen=1, actor=cast.desk_editor, now=now)
    return made


def picture():
    return PublishedFront.objects.get().document["cards"][0]["photo"]


def test_it_stands_in_the_document_with_its_end(front, photo, now):
    assert picture()["photo"] == photo.pk
    assert picture()["until"] == (now + DAY).isoformat()
    assert FrontPhoto.objects.get().until == now + DAY


def test_a_killed_one_leaves_at_once_and_comes_back_with_no_earlier_front(front, photo, cast, now):
    kill_photo(photo, actor=cast.service_chief, now=now, reason="Not theirs to give")
    assert picture() is None
    assert not FrontPhoto.objects.exists()
    assert any("front-en" in one.tags and one.is_hard for one in CacheLedger.objects.all())
    put_front_back(front, 1, actor=cast.desk_editor, now=now)
    assert picture() is None


def test_it_leaves_when_its_rights_end(front, photo, now):
    assert end_due_rights(now) == 0
    assert end_due_rights(now + DAY) == 1
    assert picture()["files"] == {}
    assert end_due_rights(now + DAY) == 0


def test_a_corrected_alt_text_is_on_the_front(front, photo, now):
    PhotoText.objects.filter(photo=photo).update(alt_text="Water under an old bridge.")
    photo_changed(photo, actor=SYSTEM, now=now, what=["texts"])
    assert picture()["alt"] == "Water under an old bridge."


def test_the_library_knows_the_front_as_a_use(front, photo, cast):
    usage = used_in(photo, cast.photo_editor)
    assert [one.pk for one in usage.fronts] == [front.pk]
    assert usage.is_used
