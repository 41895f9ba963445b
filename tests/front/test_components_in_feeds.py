"""Pull quotes, fact boxes and embeds in the full text of a feed; related stories are not told."""

import json

import pytest

from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from articles.text.sanitise import clean_body
from tests.front.test_components_on_pages import EMBED, FACTS, PULL


@pytest.fixture
def full_text(story, english, now, client):
    """Of the one item, for a story with this body."""
    english.feed_text = "full"
    english.save()
    standing.forget()

    def make(body):
        story.body = clean_body(f"<p>One.</p>{body}<p>Two.</p>")
        story.save()
        publish(story, actor=SYSTEM, now=now)
        for file in ("rss.xml", "atom.xml"):
            assert client.get(f"/en/{file}").status_code == 200
        items = json.loads(client.get("/en/feed.json").content)["items"]
        return next(item["content_html"] for item in items if item["title"] == story.headline)

    return make


def test_each_component_stands_where_it_stands_on_the_page(full_text):
    words = full_text(PULL + FACTS + EMBED)
    for part in (
        "<p>One.</p>",
        "<blockquote><p>Water remembers.</p><p>— Mara Ellery</p></blockquote>",
        "<aside><h2>The dam</h2><p>Built in 1966.</p></aside>",
        '<p><a href="https://t.me/lantern/7">The crack (Telegram)</a></p>',
        "<p>Two.</p>",
    ):
        assert part in words
        words = words[words.index(part) :]


def test_a_component_with_little_in_it_leaves_no_empty_element(full_text):
    words = full_text(
        '<blockquote data-kind="pull"><p>Alone.</p></blockquote>'
        '<aside data-kind="fact"><p>Bare.</p></aside>'
        '<figure data-embed="https://t.me/lantern/8"></figure>'
    )
    assert "<blockquote><p>Alone.</p></blockquote>" in words
    assert "<aside><p>Bare.</p></aside>" in words
    assert '<a href="https://t.me/lantern/8">Telegram</a>' in words


def test_words_of_a_component_stay_words(full_text):
    words = full_text(
        '<aside data-kind="fact"><h3>A &lt;b&gt; &amp; c</h3><p>Built.</p></aside>'
        '<figure data-embed="https://t.me/lantern/9"><figcaption>&lt;i&gt;</figcaption></figure>'
    )
    assert "<h2>A &lt;b&gt; &amp; c</h2>" in words
    assert "&lt;i&gt; (Telegram)" in words


def test_a_story_pointed_at_is_told_by_the_page_alone(full_text, make_story, now):
    other = publish(make_story(headline="The dam before"), actor=SYSTEM, now=now)
    words = full_text(f'<figure data-story="{other.pk}"></figure>')
    assert "The dam before" not in words
    assert other.slug not in words
