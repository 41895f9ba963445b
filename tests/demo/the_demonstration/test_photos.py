"""Photos stand in every state of their rights, and what is over is missed where it stood."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from articles.models import Photo, Story
from articles.pages.addresses import story_path
from articles.publishing.preflight import preflight


def test_photos_stand_in_every_state_of_their_rights(newsroom):
    now = newsroom.now
    assert set(Photo.objects.values_list("rights_basis", flat=True)) >= {
        "staff", "commissioned", "agency", "handout", "social", "creative_commons", "screengrab",
    }  # fmt: skip
    assert Photo.objects.filter(rights_end_at__lte=now).exists(), "over"
    assert Photo.objects.filter(
        rights_end_at__range=(now + timedelta(days=2), now + timedelta(days=4))
    ).exists(), "ending"
    assert Photo.objects.filter(killed_at__isnull=False).exists()
    assert Photo.objects.filter(credit="").exists()
    assert Photo.objects.filter(is_decorative=True).exists()
    assert Photo.objects.exclude(crops={}).count() >= 2
    for story in Story.objects.filter(workflow_status__in=["live", "live_changed"]):
        stands = [one for one in preflight(story, now=now) if one.blocks]
        assert {one.code for one in stands} <= {"rights", "photo_killed"}, story


def test_a_photo_whose_rights_are_over_is_missed_on_its_story_alone(newsroom):
    row = newsroom.stories["en", "last-kiosk"].on_air
    page = Client().get(story_path("en", row.slug, row.pk)).content.decode()
    (figure,) = re.findall(r'<figure class="gone".*?</figure>', page)
    assert "Kestrel Pictures" in figure
    assert "<img" not in figure


@pytest.mark.parametrize("service", ["en", "fa"])
def test_an_essay_has_a_gallery_without_what_was_killed(newsroom, service):
    row = newsroom.stories[service, "windows-after-dark"].on_air
    row.refresh_from_db()
    page = Client().get(story_path(service, row.slug, row.pk)).content.decode()
    gallery = re.search(r'<section class="gallery".*?</section>', page, re.DOTALL)[0]
    assert gallery.count("<img") == 6
    assert "school" not in gallery
