"""Changing this purges that, and nothing else; what was made before a purge is never kept."""

from datetime import timedelta

import pytest

from articles.caching import tags
from articles.caching.store import Entry, Store
from articles.models import LanguageService, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish


def entry(*named, size=10):
    return Entry("200 OK", (), "e", {"": b"x" * size}, frozenset(named), 9e9, None)


@pytest.fixture
def pages(site, on_air, url, make_story, now, english):
    """Every kind of page, kept; the other story's page must survive what is done to the first."""
    topic = Topic.objects.create(slug="water", name="Water")
    on_air.story.topics.add(topic)
    publish(on_air.story, actor=SYSTEM, now=now)
    other = publish(make_story(headline="Another", section=None), actor=SYSTEM, now=now)
    paths = {
        "story": url,
        "other": f"/en/a/{other.slug}/{other.pk}.html",
        "front": "/en/",
        "world": "/",
        "section": "/en/z/politics/",
        "topic": "/en/t/water/",
        "author": "/en/author/mara-ellery/",
        "place": "/en/place/",
    }
    for path in paths.values():
        assert site.get(path).status == 200
    return paths


def gone(site, pages, soon):
    """Which pages have to be made anew now."""
    soon()
    site.cache.watch.look()
    before = len(site.made)
    found = set()
    for name, path in pages.items():
        site.get(path)
        if len(site.made) > before:
            found.add(name)
            before = len(site.made)
    return found


STORY_PAGES = {"story", "front", "world", "section", "topic", "author"}


def test_a_changed_story_purges_every_page_that_shows_it(site, pages, on_air, now, soon):
    story = on_air.story
    story.headline = "The river falls"
    story.save()
    publish(story, actor=SYSTEM, now=now + timedelta(minutes=1))
    assert gone(site, pages, soon) == STORY_PAGES
    assert b"The river falls" in site.get(pages["front"]).body


def test_the_pages_it_leaves_are_purged_too(site, pages, on_air, now, soon):
    story = on_air.story
    story.topics.clear()
    story.section = None
    story.bylines.all().delete()
    story.save()
    publish(story, actor=SYSTEM, now=now + timedelta(minutes=1))
    assert gone(site, pages, soon) == STORY_PAGES


def test_a_story_taken_down_is_gone_from_everywhere(site, pages, on_air, now, soon):
    unpublish(on_air.story, actor=SYSTEM, now=now)
    assert gone(site, pages, soon) == STORY_PAGES
    assert site.get(pages["story"]).status == 404


def test_a_notice_purges_every_page(site, pages, enforce, soon):
    enforce("warning", reach="everyone")
    assert gone(site, pages, soon) == set(pages)


def test_a_new_name_of_a_service_purges_every_page(site, pages, soon, now):
    from django.db import transaction

    from articles.caching import ledger

    LanguageService.objects.update(brand="Radio Beacon")
    with transaction.atomic():
        ledger.write({tags.STANDING}, now=now)
    assert gone(site, pages, soon) == set(pages)
    assert b"Radio Beacon" in site.get("/en/").body


def test_a_new_language_version_purges_the_page_that_will_link_to_it(
    site, pages, on_air, persian, make_story, now, soon
):
    made = make_story(service=persian, headline="رود", translation_key=on_air.translation_key)
    publish(made, actor=SYSTEM, now=now)
    assert {"story", "world"} <= gone(site, pages, soon)


# -- The store itself ------------------------------------------------------------------------------


def test_a_page_made_before_a_purge_is_not_kept_after_it():
    store = Store(1_000_000)
    store.purge(8, {"story-1"})
    assert not store.keep(("a",), entry("story-1"), position=7)
    assert store.keep(("a",), entry("story-1"), position=8)
    assert store.keep(("b",), entry("story-2"), position=7)


def test_what_is_no_longer_remembered_one_by_one_is_refused_as_a_whole():
    store = Store(1_000_000)
    store.purge(8, {f"story-{number}" for number in range(10_001)})
    assert not store.keep(("a",), entry("front"), position=7)
    assert store.keep(("a",), entry("front"), position=8)


def test_a_purge_takes_what_carries_the_tag_and_nothing_else():
    store = Store(1_000_000)
    store.keep(("a",), entry("one", "all"), 0)
    store.keep(("b",), entry("two", "all"), 0)
    store.purge(1, {"one"})
    assert store.get(("a",)) is None
    assert store.get(("b",)) is not None
    store.purge(2, {"all"})
    assert store.get(("b",)) is None
    assert (len(store), store.size) == (0, 0)


def test_what_a_purge_meant_goes_before_anything_that_can_still_be_asked_for():
    store = Store(3 * entry(size=1000).size)
    store.keep(("old",), entry("front", size=1000), 0)
    store.keep(("purged",), entry("story-1", size=1000), 0)
    store.keep(("older",), entry("front", size=1000), 0)
    store.purge(1, {"story-1"})
    store.keep(("new",), entry("front", size=1000), 1)
    assert {name for name in ("old", "purged", "older", "new") if store.get((name,))} == {
        "old", "older", "new"
    }  # fmt: skip


def test_a_page_that_was_found_before_a_purge_is_not_renewed_after_it():
    store = Store(1_000_000)
    store.keep(("a",), entry("one"), 0)
    found = store.get(("a",))
    assert store.renew(("a",), found.ready, now=0.0)
    store.purge(1, {"one"})
    assert not store.renew(("a",), found.ready, now=0.0)
    store.keep(("a",), entry("one"), 1)
    assert not store.renew(("a",), found.ready, now=0.0), "another page has its place"


def test_when_too_many_tags_were_named_what_they_meant_is_gone_all_the_same():
    store = Store(1_000_000)
    store.keep(("a",), entry("story-1"), 0)
    store.keep(("b",), entry("front"), 0)
    store.purge(1, {f"story-{number}" for number in range(10_001)})
    store.purge(2, {"else"})
    assert store.get(("a",)) is None
    assert store.get(("b",)) is not None


def test_pages_of_a_ledger_that_went_back_are_gone():
    store = Store(1_000_000)
    store.purge(900, {"x"})
    store.keep(("a",), entry("front"), 900)
    store.purge(8, {"standing", "notices"})
    assert store.get(("a",)) is None
