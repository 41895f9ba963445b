"""A photo that may be seen no more leaves the card; where nothing may be changed, none is."""

from datetime import timedelta

import pytest

from articles.models import Photo
from articles.models.photo import public_storage
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.kill_photo import kill_photo
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.sweep import sweep
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

HOUR = timedelta(hours=1)


def test_a_killed_photo_leaves_the_card(
    story, photo, carded, cast, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        kill_photo(photo, actor=cast.photo_editor, now=now, reason="The family asks for it")
    assert not is_there(carded)
    complete_cards(now)
    assert is_there(on_air(story).share_card)


def test_rights_that_end_take_the_card_with_them(
    story, photo, now, django_capture_on_commit_callbacks
):
    Photo.objects.filter(pk=photo.pk).update(rights_end_at=now + HOUR)
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    with_photo = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        sweep(now + HOUR)
    assert not is_there(with_photo)
    sweep(now + HOUR)
    assert is_there(on_air(story).share_card)


def test_people_at_risk_leave_the_card_at_once(
    story, photo, carded, cast, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        protect(photo, people_at_risk=True, blurred_areas=[], actor=cast.photo_editor, now=now)
    assert not is_there(carded)
    assert complete_cards(now) == 1
    assert is_there(on_air(story).share_card)


def test_a_photo_that_may_not_be_changed_is_not_written_on(story, photo, now):
    Photo.objects.filter(pk=photo.pk).update(
        rights_basis="creative_commons", licence="cc-by-nd", creator="A", credit="A (CC BY-ND 4.0)"
    )
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    with public_storage().open(on_air(story).share_card) as file:
        assert b"CC BY-ND" not in file.read()
