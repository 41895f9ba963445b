"""Every list has its feeds, and its pages name them."""

import json
import re

import pytest

from articles.publishing.actors import SYSTEM
from tests.front.feeds.lists import EVERY_FEED, FILES, LISTS
from tests.front.feeds.parsed import parsed
from tests.front.test_queries import WORKING_COPY, queries_of


@pytest.mark.parametrize("path", EVERY_FEED)
def test_every_list_has_its_feeds_in_three_formats(path, river, client):
    reply = client.get(path)
    file = path.rpartition("/")[2]
    assert reply.status_code == 200
    assert reply["Content-Type"] == f"{FILES[file]}; charset=utf-8"
    assert "The river rises" in reply.content.decode()
    again = client.get(path, headers={"if-none-match": reply["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "Set-Cookie" not in reply
    assert reply["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("path", LISTS)
def test_pages_name_their_feeds(path, river, read):
    page = read(path)
    found = dict(
        re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', page)
    )
    assert found == {kind: path + file for file, kind in FILES.items()}


def test_story_pages_carry_no_feed_links(river, read):
    assert "application/rss" not in read(f"/en/a/{river.slug}/{river.pk}.html")


def test_an_empty_feed_is_a_feed(english, read):
    for file in ("rss.xml", "atom.xml"):
        assert parsed(read(f"/en/{file}")).entries == []
    assert json.loads(read("/en/feed.json"))["items"] == []


def test_a_protected_author_has_no_feed(river, reporter_byline, now, client):
    from articles.publishing.library_change import contributor_changed

    reporter_byline.byline_policy = "none"
    reporter_byline.save()
    contributor_changed(reporter_byline, actor=SYSTEM, now=now)
    for file in FILES:
        assert client.get(f"/en/author/mara-ellery/{file}").status_code == 404
        assert "Mara" not in client.get(f"/en/{file}").content.decode()


@pytest.mark.parametrize("path", ["/xx/rss.xml", "/en/z/none/atom.xml", "/en/t/none/feed.json"])
def test_what_does_not_exist_has_no_feed(path, english, client):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", EVERY_FEED)
def test_a_feed_costs_at_most_four_queries(path, river, client):
    asked = queries_of(client, path)
    assert len(asked) <= 4
    for sql in asked:
        for table in WORKING_COPY:
            assert f'"{table}"' not in sql, sql
