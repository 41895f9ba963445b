"""A feed reader finds all that it looks for in each item, and hostile text stays text."""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from articles.models import Rendition
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from tests.front.feeds.parsed import parsed


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml"])
def test_a_feed_reader_finds_all_that_it_looks_for(file, river, read, photo):
    feed = parsed(read(f"/en/{file}"))
    assert feed.feed.language == "en"
    assert feed.feed.title == "Radio Lantern"
    own = next(link for link in feed.feed.links if link.rel == "self")
    assert own.href == f"http://testserver/en/{file}"
    (entry,) = feed.entries
    assert entry.title == "The river rises"
    assert entry.link == f"http://testserver/en/a/{river.slug}/{river.pk}.html"
    assert entry.id.startswith("urn:uuid:")
    assert entry.author == "Mara Ellery"
    assert [tag.term for tag in entry.tags] == ["Water"]
    assert entry.published_parsed[:4] == (2026, 2, 1, 12)
    (media,) = entry.enclosures
    size = Rendition.objects.get(file=media.href.partition("/media/")[2]).byte_size
    assert media.href.startswith("http://testserver/")
    assert (media.type, int(media.length)) == ("image/jpeg", size)


def test_a_summary_holds_no_body_and_a_full_text_holds_all(river, read):
    assert "second one" not in read("/en/rss.xml")
    assert (
        "Brown water &amp; &lt;b&gt;boats&lt;/b&gt;."
        in parsed(read("/en/rss.xml")).entries[0].summary
    )


def test_full_text_where_the_service_wants_it(river, full, read):
    for file in ("rss.xml", "atom.xml"):
        (content,) = [one.value for one in parsed(read(f"/en/{file}")).entries[0].content
                      if "second one" in one.value]  # fmt: skip
        assert "<h2>A subhead</h2>" in content
        assert '<img src="http://testserver/' in content
        assert "The river rose overnight. Photo: Radio Lantern" in content
    (item,) = json.loads(read("/en/feed.json"))["items"]
    assert "<h2>A subhead</h2>" in item["content_html"]


def test_json_feed_keeps_the_rules_of_version_1_1(river, read):
    text = read("/en/t/water/feed.json")
    assert "<" not in text
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/en/t/water/feed.json"
    assert feed["home_page_url"] == "http://testserver/en/t/water/"
    assert feed["language"] == "en"
    (item,) = feed["items"]
    assert isinstance(item["id"], str)
    assert item["authors"] == [
        {"name": "Mara Ellery", "url": "http://testserver/en/author/mara-ellery/"}
    ]
    assert item["tags"] == ["Water"]
    assert item["attachments"][0]["size_in_bytes"] > 0
    assert {"url", "title", "content_html", "date_published", "date_modified"} <= item.keys()
    allowed = {"id", "url", "title", "content_html", "date_published", "date_modified",
               "language", "authors", "tags", "image", "attachments", "_newsroom"}  # fmt: skip
    assert item.keys() <= allowed


def test_an_item_keeps_its_name_when_its_address_changes(river, story, read, now):
    before = parsed(read("/en/rss.xml")).entries[0].id
    story.refresh_from_db()
    story.slug, story.headline = "the-flood", "The flood"
    story.save()
    publish(story, actor=SYSTEM, now=now + timedelta(hours=1))
    entry = parsed(read("/en/atom.xml")).entries[0]
    assert entry.id == before
    assert entry.updated_parsed[:4] == (2026, 2, 1, 13)
    assert entry.published_parsed[:4] == (2026, 2, 1, 12)


def test_a_correction_is_told(river, story, cast, now, read):
    story.refresh_from_db()
    correct(story, "It was the other bank.", actor=cast.desk_editor, now=now)
    assert "It was the other bank." in parsed(read("/en/rss.xml")).entries[0].summary
    (item,) = json.loads(read("/en/feed.json"))["items"]
    assert item["_newsroom"]["corrections"] == ["It was the other bank."]


def test_right_to_left_text_says_so(make_story, persian, read, now):
    publish(make_story(service=persian, headline="رود"), actor=SYSTEM, now=now)
    feed = parsed(read("/fa/atom.xml"))
    assert feed.feed.language == "fa"
    assert '<div lang="fa" dir="rtl">' in feed.entries[0].summary
    assert json.loads(read("/fa/feed.json"))["_newsroom"] == {"dir": "rtl"}


HOSTILE = "]]></description><script>a</script> & \u202e \u0b8e"


def test_hostile_text_stays_text(make_story, full, read, now):
    publish(
        make_story(headline=HOSTILE, body='<p>]]&gt; <a href="/en/">a</a> <a href="#x">x</a></p>'),
        actor=SYSTEM, now=now,
    )  # fmt: skip
    for file in ("rss.xml", "atom.xml"):
        text = read(f"/en/{file}")
        ElementTree.fromstring(text)
        assert "<script>" not in text
        assert "]]><" in parsed(text).entries[0].title
        content = parsed(text).entries[0].content[-1].value
        assert not re.search(r'(?:href|src)="(?!https?://|mailto:)', content)
        assert 'href="http://testserver/en/"' in content
