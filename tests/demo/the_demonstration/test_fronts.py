"""Fronts are curated, drafted and grown stale, and one of thirty cards is light."""

import gzip
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Front, PublishedFront, Story
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.front_stale import leads_on_air, stale_warnings
from articles.publishing.preflight import blocking, preflight
from articles.publishing.publish import publish
from articles.vocabularies import PubStatus, WorkflowStatus
from tests.html import errors_in

FRONT_BUDGET = 16_000  # bytes at gzip level 6, with its style sheet, for thirty cards


def test_fronts_are_curated_drafted_and_grown_stale(newsroom):
    assert {row.service.slug for row in PublishedFront.objects.filter(section=None)} == {
        "en", "fa", "kk", "ru",
    }  # fmt: skip
    assert PublishedFront.objects.filter(section__isnull=False).exists()
    english = Front.objects.get(service__slug="en", section=None)
    assert english.draft != english.on_air.version.content
    assert english.versions.filter(kind="published").count() == 2
    stale = PublishedFront.objects.get(service__slug="kk")
    assert stale_warnings(stale, leads_on_air([stale]), timezone.now())
    page = Client().get("/en/").content.decode()
    assert "How Readers Get Round The Block" in page
    assert 'class="also"' in page


@pytest.mark.parametrize("service", ["en", "fa", "ka", "ru"])
def test_a_front_of_thirty_cards_is_light(newsroom, service, settings):
    settings.DEMO = True
    rows = Story.objects.filter(service__slug=service, on_air__pub_status=PubStatus.USABLE)
    stories = [one for one in rows if not blocking(preflight(one, now=timezone.now()))]
    for number in range(31):
        _publish_copy(stories[number % len(stories)], number)
    standing.forget()
    for path in (f"/{service}/", "/en/z/environment/"):
        page = Client().get(path, {"demo_place": "RU"}).content
        assert errors_in(page.decode()) == [], path
        assert len(gzip.compress(page, 6)) <= FRONT_BUDGET, path
    assert Client().get(f"/{service}/").content.decode().count('<div class="card') == 30


def _publish_copy(story, number):
    photos = list(story.story_photos.all())
    copy = Story.objects.get(pk=story.pk)
    copy.pk, copy.translation_key, copy.slug, copy.published_at = None, uuid4(), "", None
    copy.headline = f"{copy.headline} {number}"
    copy.workflow_status = WorkflowStatus.DRAFT
    copy._state.adding = True
    copy.save()
    for photo in photos:
        photo.pk, photo.story = None, copy
        photo._state.adding = True
        photo.save()
    publish(copy, actor=SYSTEM, now=timezone.now() - timedelta(minutes=number))
