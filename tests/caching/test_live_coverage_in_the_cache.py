"""Posting renews what shows the coverage, and nothing else; a thousand open pages cost one page."""

from datetime import timedelta

import pytest

from articles.publishing.actors import SYSTEM
from articles.publishing.live.freeze import freeze
from tests.caching.kept_pages import ask_once
from tests.live import go_live, post


@pytest.fixture
def pages(site, story, make_story, now):
    on_air = go_live(story, now)
    entry = post(story, now=now)
    other = go_live(make_story(headline="Other coverage"), now)
    own = f"/en/a/{on_air.slug}/{story.pk}"
    kept = {
        "coverage": f"{own}.html", "entry": f"{own}/{entry.pk}/", "updates": f"{own}/updates/",
        "older": f"{own}.html?before=2027-01-01T00%3A00%3A00%2B00%3A00_1",
        "front": "/en/", "world": "/", "section": "/en/z/politics/",
        "other": f"/en/a/{other.slug}/{other.pk}.html",
        "other updates": f"/en/a/{other.slug}/{other.pk}/updates/",
    }  # fmt: skip
    return ask_once(site, kept)


def test_posting_renews_the_coverage_and_no_front(gone, story, now):
    post(story, "The bridge is closed.", now=now + timedelta(minutes=1))
    assert gone() == {"coverage", "entry", "updates", "older"}
    assert gone() == set()


def test_the_end_of_the_coverage_renews_the_fronts_too(gone, story, now):
    freeze(story, actor=SYSTEM, now=now)
    assert gone() == {"coverage", "entry", "updates", "older", "front", "world", "section"}


def test_a_thousand_open_pages_cost_one_rendering_a_post(site, pages, gone, story, now):
    post(story, "The bridge is closed.", now=now + timedelta(minutes=1))
    gone()
    before = len(site.made)
    for _reader in range(1000):
        assert b"The bridge is closed." in site.get(pages["updates"]).body
    assert len(site.made) == before
