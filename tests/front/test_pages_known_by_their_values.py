"""A page that is made anew is printed once for all that have the same values, and for no others."""

import pytest

from articles.front import printing
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


@pytest.fixture
def printed(monkeypatch) -> list[str]:
    """The kinds of pages that a template was asked for."""
    kinds: list[str] = []
    as_bytes = printing._bytes

    def noted(kind, page):
        kinds.append(kind)
        return as_bytes(kind, page)

    monkeypatch.setattr(printing, "_bytes", noted)
    printing._known.cache_clear()
    return kinds


def path_of(row) -> str:
    return f"/en/a/{row.slug}/{row.pk}.html"


@pytest.mark.parametrize("kind", ["story", "front", "world", "list"])
def test_a_page_that_is_what_it_was_is_not_printed_again(kind, on_air, client, printed):
    section = on_air.section.slug
    paths = {"story": path_of(on_air), "front": "/en/", "world": "/", "list": f"/en/z/{section}/"}
    first = client.get(paths[kind])
    assert (printed, first.status_code) == ([kind], 200)
    assert client.get(paths[kind]).content == first.content
    assert printed == [kind]


def test_what_is_changed_is_printed(on_air, client, printed, now):
    client.get(path_of(on_air))
    story = on_air.story
    story.refresh_from_db()
    story.headline = "The river falls"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    standing.forget()
    assert b"The river falls" in client.get(path_of(on_air)).content
    assert printed == ["story", "story"]


def test_each_place_reads_its_own_notices_in_whatever_order_they_ask(
    on_air, reader_in, printed, enforce
):
    enforce("und", regions=["RU"], reach="matched")
    standing.forget()
    for _reader in range(3):
        for place, is_told in (("RU", True), ("DE", False), ("KZ", False)):
            page = reader_in(place)(path_of(on_air)).content
            assert (b'data-notice="und"' in page) == is_told
    assert printed == ["story", "story"]


def test_pages_of_one_content_in_two_zones_have_two_marks(
    on_air, reader_in, enforce, make_story, now
):
    """What is printed once is still told apart by caches: the law of a zone may turn any moment."""
    other = publish(make_story(headline="Another", section=None), actor=SYSTEM, now=now)
    enforce("und", regions=["RU"], story=other, reach="matched")
    standing.forget()
    there, here = (reader_in(one)(path_of(on_air)) for one in ("RU", "DE"))
    assert there.content == here.content
    assert there["ETag"] != here["ETag"]


def test_searches_are_not_known(on_air, client, printed):
    for _reader in range(2):
        client.get("/en/search/?q=river")
    assert printed == ["search", "search"]


def test_who_edits_templates_sees_it(on_air, client, printed, settings):
    settings.DEBUG = True
    for _reader in range(2):
        client.get("/en/")
    assert printed == ["front", "front"]
