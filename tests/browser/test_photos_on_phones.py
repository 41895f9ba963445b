"""Photos on a phone, in a real browser: to the edges, in the lightest format, without a script."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PHONE = {"width": 360, "device_scale_factor": 2, "java_script_enabled": False}


@pytest.fixture
def essay(story, photo, now):
    """On air with a lead, and a gallery of the same photo: shown, and with its rights over."""
    row = publish(story, actor=SYSTEM, now=now)
    lead = row.document["lead"]
    ended = (timezone.now() - timedelta(hours=1)).isoformat()
    row.document |= {"gallery": [lead, lead | {"until": ended}]}
    row.save()
    return f"/en/a/{row.slug}/{row.pk}.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_reach_the_edges_and_nothing_sticks_out(readers_page, site, essay, scheme):
    page = readers_page(**PHONE, color_scheme=scheme)
    page.goto(site + essay)
    pictures = page.locator(".main img, .gallery img")
    assert pictures.count() == 2
    for picture in pictures.all():
        box = picture.bounding_box()
        assert (box["x"], box["width"]) == (0, 360)
        assert round(box["height"]) == 240
    assert page.locator(".gallery .gone").bounding_box()["width"] == 328


def test_a_modern_browser_takes_avif_and_none_is_broken(readers_page, site, essay):
    page = readers_page(width=360, device_scale_factor=2)
    asked = []
    page.on("response", lambda answer: asked.append((answer.status, answer.url)))
    page.goto(site + essay)
    page.locator(".gallery img").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    pictures = [(status, url) for status, url in asked if "/media/" in url]
    assert pictures
    assert all(status == 200 and url.endswith(".avif") for status, url in pictures)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_gallery_is_accessible_and_prints(readers_page, site, essay):
    page = readers_page(width=1200)
    page.goto(site + essay)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.emulate_media(media="print")
    assert page.locator(".gallery figcaption").first.is_visible()


def test_a_list_has_no_hole_where_a_photo_was(readers_page, site, essay):
    row = PublishedStory.objects.get()
    row.card["lead"] |= {"until": (timezone.now() - timedelta(hours=1)).isoformat()}
    row.save()
    page = readers_page(width=360)
    page.goto(f"{site}/en/")
    assert page.locator(".card figure").count() == 0
    assert page.locator(".card h2").bounding_box()["y"] < 400
