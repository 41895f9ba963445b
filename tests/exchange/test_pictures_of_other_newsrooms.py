"""An item's picture is found by its address where the service may look, and nowhere else."""

import pytest

from articles.exchange.ninjs.library import find_photo
from articles.exchange.ninjs.pictures import Picture
from articles.models import Photo, PhotoText
from articles.publishing.actors import SYSTEM
from articles.publishing.kill_photo import kill_photo

URI = "urn:photo:river"


@pytest.fixture
def foreign(photo, english_newsroom):
    """A photo that only the English newsroom has."""
    Photo.objects.filter(pk=photo.pk).update(uri=URI, newsroom=english_newsroom)
    return Photo.objects.get(pk=photo.pk)


@pytest.fixture
def delivered(jpeg):
    return Picture(
        reference="river", uri=URI, is_lead=False, file_name="river.jpg", data=jpeg, title="River",
        credit="Agency", copyright_notice="", usage_terms="", caption="The river.",
        alt_text="Brown water.", focal=None,
    )  # fmt: skip


def test_another_newsroom_s_photo_is_left_alone_and_the_delivery_is_a_new_one(
    foreign, delivered, persian, now
):
    found = find_photo(delivered, persian, now)
    assert found != foreign
    assert found.newsroom_id == persian.newsroom_id
    assert not PhotoText.objects.filter(photo=foreign, language=persian.language).exists()
    assert find_photo(delivered, persian, now) == found


def test_the_own_and_the_common_library_are_looked_through(
    foreign, delivered, english, persian, now
):
    assert find_photo(delivered, english, now) == foreign
    Photo.objects.update(newsroom=None)
    assert find_photo(delivered, persian, now) == foreign


def test_what_was_killed_anywhere_does_not_come_in(foreign, delivered, persian, now):
    kill_photo(foreign, actor=SYSTEM, now=now, reason="Order")
    assert find_photo(delivered, persian, now) is None
    assert Photo.objects.count() == 1
