"""Feeds as feed readers take them: valid, whole, and with every warning on each item."""

import json
import re
from datetime import timedelta
from xml.etree import ElementTree

import feedparser
import pytest

from articles.models import Rendition, Topic
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from tests.front.test_queries import WORKING_COPY, queries_of

LISTS = ("/en/", "/en/z/politics/", "/en/t/water/", "/en/author/mara-ellery/")
FILES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}
EVERY_FEED = [path + file for path in LISTS for file in FILES]


@pytest.fixture
def river(story, now):
    story.topics.add(Topic.objects.create(slug="water", name="Water"))
    story.standfirst = "Brown water & <b>boats</b>."
    story.save()
    return publish(story, actor=SYSTEM, now=now)


@pytest.fixture
def full(english):
    english.feed_text = "full"
    english.save()
    standing.forget()


@pytest.fixture
def read(client):
    def ask(path, **options):
        reply = client.get(path, **options)
        assert reply.status_code == 200, path
        return reply.content.decode()

    return ask


def parsed(text):
    found = feedparser.parse(text, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    return found


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


def test_an_empty_feed_is_a_feed(english, read):
    for file in ("rss.xml", "atom.xml"):
        assert parsed(read(f"/en/{file}")).entries == []
    assert json.loads(read("/en/feed.json"))["items"] == []


# -- The law ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EVERY_FEED)
def test_every_warning_travels_with_each_item_whatever_its_region(path, river, enforce, reader_in):
    enforce(regions=["RU"], reach="matched")
    for place in ("DE", "RU", ""):
        text = reader_in(place)(path).content.decode()
        assert "Sharing may be punished" in text
        assert "data-notice" not in text


def test_a_withheld_story_is_in_the_feeds_of_everybody_else(river, story, enforce, reader_in):
    enforce("order", regions=["GB"], story=story, kind="withheld", reach="matched")
    for path in EVERY_FEED:
        assert "river" not in reader_in("GB")(path).content.decode().casefold(), path
        assert "The river rises" in reader_in("CZ")(path).content.decode(), path


def test_an_effect_takes_a_story_out_of_feeds_alone(river, story, enforce, reader_in):
    enforce(story=story, regions=["RU"], effects=["drop_from_feeds"])
    assert "river rises" not in reader_in("RU")("/en/rss.xml").content.decode()
    assert "river rises" in reader_in("RU")("/en/").content.decode()
    assert "river rises" in reader_in("DE")("/en/rss.xml").content.decode()


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
