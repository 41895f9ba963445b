"""A photo that may be seen no more is in no share card, nor in one that pages in hand name."""

from datetime import timedelta

import pytest

from articles.models import (
    CacheLedger,
    LanguageService,
    Photo,
    PhotoLease,
    ShareCard,
)
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.kill_photo import kill_photo
from articles.publishing.library_change import change_photo
from articles.publishing.protect_photo import protect
from articles.publishing.publish import publish
from articles.publishing.sweep import sweep
from tests.publishing.share_cards.readers import is_there, on_air

pytestmark = pytest.mark.usefixtures("letters")

HOUR = timedelta(hours=1)


@pytest.fixture
def replaced(story, photo, now):
    """The card with the photo, which the story has left; another card is there."""
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    before = on_air(story).share_card
    assert ShareCard.objects.get().photo_id == photo.pk
    story.story_photos.all().delete()
    publish(story, actor=SYSTEM, now=now + HOUR)
    complete_cards(now + HOUR)
    assert is_there(before)
    return before


def gone_at_every_edge(name):
    said = {tag for row in CacheLedger.objects.filter(is_hard=True) for tag in row.tags}
    return "file-" + name.replace("/", "").partition(".")[0] in said


def killed(photo, cast, now):
    kill_photo(photo, actor=cast.photo_editor, now=now, reason="The family asks")


def put_at_risk(photo, cast, now):
    protect(photo, people_at_risk=True, blurred_areas=[], actor=cast.photo_editor, now=now)


def blurred(photo, cast, now):
    area = [0.1, 0.1, 0.2, 0.2]
    protect(photo, people_at_risk=False, blurred_areas=[area], actor=cast.photo_editor, now=now)


def ended_by_hand(photo, cast, now):
    change_photo(photo, {"rights_end_at": now - HOUR}, actor=cast.photo_editor, now=now)


def expired(photo, cast, now):
    Photo.objects.filter(pk=photo.pk).update(rights_end_at=now)
    sweep(now)


def expired_in_one_service(photo, cast, now):
    services = LanguageService.objects.filter(slug__in=("en", "fa"))
    PhotoLease.objects.bulk_create(
        PhotoLease(photo=photo, kind="allow", service=service, ends_at=ends)
        for service, ends in zip(services.order_by("slug"), (now, None), strict=True)
    )
    sweep(now)


@pytest.mark.usefixtures("persian")
@pytest.mark.parametrize(
    "deed", [killed, put_at_risk, blurred, ended_by_hand, expired, expired_in_one_service]
)
def test_replaced_cards_lose_it_at_once(
    deed, story, photo, replaced, cast, now, django_capture_on_commit_callbacks
):
    current = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        deed(photo, cast, now + 2 * HOUR)
    assert not is_there(replaced)
    assert gone_at_every_edge(replaced)
    assert (on_air(story).share_card, is_there(current)) == (current, True)


@pytest.mark.parametrize("deed", [killed, put_at_risk, blurred, ended_by_hand])
def test_the_current_one_does_too(
    deed, story, photo, cast, now, django_capture_on_commit_callbacks
):
    publish(story, actor=SYSTEM, now=now)
    complete_cards(now)
    current = on_air(story).share_card
    with django_capture_on_commit_callbacks(execute=True):
        deed(photo, cast, now + 2 * HOUR)
    assert not is_there(current)
    assert on_air(story).share_card == ""


def test_a_card_that_never_showed_it_stays(
    make_story, photo, replaced, cast, now, django_capture_on_commit_callbacks
):
    assert set(ShareCard.objects.values_list("photo", flat=True)) == {photo.pk, None}
    with django_capture_on_commit_callbacks(execute=True):
        killed(photo, cast, now + 2 * HOUR)
    assert ShareCard.objects.get().photo_id is None
