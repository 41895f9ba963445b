"""Pull quotes, fact boxes, embeds and related stories on the reader's page."""

import base64
import hashlib
import re

import pytest

from articles.caching.note import KEY, Note
from articles.publishing.actors import SYSTEM
from articles.publishing.kill import kill
from articles.publishing.publish import publish
from articles.publishing.unpublish import unpublish
from articles.text.sanitise import clean_body
from tests.front.test_queries import queries_of
from tests.html import text_of

PULL = (
    '<blockquote data-kind="pull"><p>Water remembers.</p><p><cite>Mara Ellery</cite></p>'
    "</blockquote>"
)
FACTS = '<aside data-kind="fact"><h3>The dam</h3><p>Built in 1966.</p></aside>'
EMBED = '<figure data-embed="https://t.me/lantern/7"><figcaption>The crack</figcaption></figure>'


@pytest.fixture
def page(story, now, client):
    """What readers get of a story with this body."""

    def make(body="", **extra):
        story.body = clean_body(f"<p>One.</p>{body}<p>Two.</p>")
        story.save()
        row = publish(story, actor=SYSTEM, now=now)
        return client.get(f"/en/a/{row.slug}/{row.pk}.html", **extra)

    return make


@pytest.fixture
def other(make_story, now):
    return publish(make_story(headline="The Dam Before"), actor=SYSTEM, now=now)


def test_each_component_is_shown_where_it_stands(page):
    html = page(PULL + FACTS + EMBED).content.decode()
    words = text_of(html)
    for part in ("One.", "Water remembers.", "Mara Ellery", "The dam", "Built in 1966.", "Telegram",
                 "The crack", "Two."):  # fmt: skip
        assert part in words
        words = words[words.index(part) :]
    assert "<cite>" not in html
    assert '<a href="https://t.me/lantern/7" rel="noopener noreferrer external">' in html


def test_nothing_is_asked_of_others_before_a_reader_taps(page):
    html = page(EMBED).content.decode()
    assert not re.findall(r"<(?:iframe|object|embed)\b|<script src=\"(?!/static/)", html)
    assert re.findall(r'(?:src|srcset|href)="(https://t\.me[^"]*)"', html) == [
        "https://t.me/lantern/7"
    ]


def style_of(response):
    return re.search(r"<style>(.*?)</style>", response.content.decode(), re.DOTALL)[1]


def test_only_pages_that_show_a_component_carry_its_styles(page):
    plain = page()
    policy = plain["Content-Security-Policy"]
    assert not re.search(r"\.(pull|facts|embed|related)\b", style_of(plain))
    quoted = page(PULL)
    assert ".pull" in style_of(quoted)
    assert ".facts" not in style_of(quoted)
    assert quoted["Content-Security-Policy"] != policy


def test_the_policy_allows_the_very_sheet_of_the_page(page):
    response = page(PULL + EMBED)
    digest = base64.b64encode(hashlib.sha256(style_of(response).encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response["Content-Security-Policy"]


def related(row):
    return f'<figure data-story="{row.pk}"></figure>'


def test_a_related_story_is_a_link_with_its_headline_of_today(page, other, now, client):
    html = page(related(other)).content.decode()
    assert f'href="/en/a/{other.slug}/{other.pk}.html"' in html
    assert "The Dam Before" in text_of(html)


@pytest.mark.parametrize("verb", [kill, unpublish])
def test_a_story_that_left_the_air_leaves_no_trace(verb, page, other, now):
    verb(other.story, actor=SYSTEM, now=now, reason="Wrong")
    html = page(related(other)).content.decode()
    assert "The Dam Before" not in html
    assert 'class="related"' not in html


def test_a_story_that_leaves_later_takes_its_links_along(page, other, story, now, client):
    assert "The Dam Before" in page(related(other)).content.decode()
    kill(other.story, actor=SYSTEM, now=now, reason="Wrong")
    again = client.get(f"/en/a/{story.on_air.slug}/{story.pk}.html").content.decode()
    assert "The Dam Before" not in again


def test_the_page_carries_the_tags_of_the_stories_it_points_at(page, other):
    note = Note()
    page(related(other), **{KEY: note})
    assert f"story-{other.pk}" in note.tags


def test_a_withheld_story_is_not_pointed_at_where_it_is_withheld(
    page, other, story, enforce, reader_in
):
    page(related(other))
    enforce(regions=["RU"], story=other.story, kind="withheld", reach="matched")
    path = f"/en/a/{story.on_air.slug}/{story.pk}.html"
    assert "The Dam Before" in reader_in("DE")(path).content.decode()
    assert "The Dam Before" not in reader_in("RU")(path).content.decode()


def test_pointing_at_stories_costs_no_query_and_no_working_copy(page, other, story, client):
    page(related(other) * 5)
    asked = queries_of(client, f"/en/a/{story.on_air.slug}/{story.pk}.html")
    assert len(asked) <= 2
    assert not any('"articles_story"' in sql for sql in asked)


def test_a_text_that_points_elsewhere_now_points_nowhere_else(page, other, make_story, now):
    page(related(other))
    another = publish(make_story(headline="The Bridge After"), actor=SYSTEM, now=now)
    html = page(related(another)).content.decode()
    assert "The Bridge After" in html
    assert "The Dam Before" not in html


def test_stories_of_other_services_and_the_page_itself_are_not_pointed_at(
    page, make_story, persian, now, story
):
    theirs = publish(
        make_story(service=persian, headline="رود", section=None), actor=SYSTEM, now=now
    )
    html = page(related(theirs) + f'<figure data-story="{story.pk}"></figure>').content.decode()
    assert 'class="related"' not in html


def test_hostile_words_in_components_are_words(page):
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;"
    html = page(
        f'<figure data-embed="https://t.me/a/1"><figcaption>{hostile}</figcaption></figure>'
        f'<aside data-kind="fact"><h3>{hostile}</h3><p>x</p></aside>'
        f'<blockquote data-kind="pull"><p>x</p><p><cite>{hostile}</cite></p></blockquote>'
    ).content.decode()
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)") == 3
