"""Changing a story purges the feeds, days and maps that show it, and nothing else; searches are
never kept at all."""

from datetime import timedelta

import pytest

from articles.models import Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from tests.caching.kept_pages import ask_once

RIVER = {"rss", "section atom", "topic json", "author rss", "archive", "month", "day", "map"}
RIVER |= {"index", "news"}


@pytest.fixture
def pages(site, story, make_story, persian, now):
    story.topics.add(Topic.objects.create(slug="water", name="Water"))
    publish(story, actor=SYSTEM, now=now)
    publish(make_story(service=persian, headline="رود"), actor=SYSTEM, now=now)
    kept = {
        "rss": "/en/rss.xml", "section atom": "/en/z/politics/atom.xml",
        "topic json": "/en/t/water/feed.json", "author rss": "/en/author/mara-ellery/rss.xml",
        "archive": "/en/archive/", "month": "/en/archive/2026/02/",
        "day": "/en/archive/2026/02/01/", "map": "/en/sitemap-2026-02.xml",
        "index": "/sitemap.xml", "news": "/news-sitemap.xml", "form": "/en/search/",
        "Persian rss": "/fa/rss.xml", "Persian archive": "/fa/archive/",
        "Persian map": "/fa/sitemap-2026-02.xml",
    }  # fmt: skip
    return ask_once(site, kept)


def test_every_list_is_kept(gone):
    assert gone() == set()


def test_a_changed_story_purges_every_list_that_shows_it(gone, story, now):
    story.refresh_from_db()
    story.headline = "The river falls"
    story.save()
    publish(story, actor=SYSTEM, now=now + timedelta(minutes=1))
    assert gone() == RIVER


def test_a_killed_story_is_in_no_kept_list(site, pages, gone, story, now):
    kill(story, actor=SYSTEM, now=now, reason="A source is at risk")
    assert gone() == RIVER
    for path in pages.values():
        assert b"river" not in site.get(path).body, path


def test_answers_to_searches_are_never_kept_and_never_mixed_up(site, pages):
    before = len(site.cache.store._entries)
    for number in range(50):
        assert b"Nothing was found" in site.get(f"/en/search/?q=nothing{number}").body
    assert f"nothing{number}".encode() in site.get(f"/en/search/?q=nothing{number}").body
    assert b"river" in site.get("/en/search/?q=river").body
    site.get("/en/search/?from=2026-01-01&section=politics")
    assert len(site.cache.store._entries) == before


def test_a_search_without_its_last_stroke_takes_its_words_along(site, english):
    for question in ("river", "flood"):
        reply = site.get(f"/en/search?q={question}")
        assert reply.headers["Location"] == f"/en/search/?q={question}"


def test_an_unknown_parameter_makes_no_page_of_its_own(site, pages):
    before = len(site.cache.store._entries)
    for path in ("/en/rss.xml?x=1", "/en/archive/?y=2", "/sitemap.xml?z=3"):
        assert site.get(path).status == 200
    assert len(site.cache.store._entries) == before
