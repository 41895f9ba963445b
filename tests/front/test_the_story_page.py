"""The story page carries every element, in order."""

import json
import re

import pytest
from django.utils.html import strip_tags

from articles.models import Byline, Contributor, ContributorName, Photo, PhotoText, Topic
from articles.publishing.actors import SYSTEM
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from tests.html import text_of


def missing_in_order(html, *needles):
    """The first needle that does not stand after the ones before it."""
    at = html.index("<body")
    for needle in needles:
        found = html.find(needle, at)
        if found < 0:
            return needle
        at = found + 1
    return None


@pytest.fixture
def full_page(story, english, photo, now, client, enforce):
    publisher = Contributor.objects.create(
        kind="organisation", name="Radio Lantern", slug="radio-lantern", portrait=photo
    )
    ContributorName.objects.create(
        contributor=publisher, language="en", name="Radio Lantern", biography="We report the news."
    )
    english.publisher = publisher
    english.save()
    desk = Contributor.objects.create(kind="service", name="Kazakh Service", slug="kazakh-service")
    agencies = Contributor.objects.create(kind="agency", name="agency reports", slug="agencies")
    for position, source in enumerate((desk, agencies), start=1):
        Byline.objects.create(story=story, contributor=source, role="source", position=position)
    second = Photo.objects.get(pk=photo.pk)
    second.pk = None
    second.save()
    for rendition in photo.renditions.all():
        rendition.pk, rendition.photo = None, second
        rendition.save()
    PhotoText.objects.create(
        photo=second, language="en", caption="Second caption", alt_text="Second alt"
    )
    story.kicker = "Breaking News"
    story.standfirst = "The standfirst."
    story.body = f'<p>One.</p><h2>Subhead</h2><figure data-photo="{second.pk}"></figure><p>Two.</p>'
    story.topics.add(Topic.objects.create(slug="water", name="Water"))
    story.save()
    enforce(regions=["RU"])
    publish(story, actor=SYSTEM, now=now)
    correct(story, "The bridge is older.", actor=SYSTEM, now=now)
    return client.get(f"/en/a/the-river-rises/{story.pk}.html").content.decode()


def test_everything_stands_in_the_order_of_the_page(full_page):
    missing = missing_in_order(
        full_page,
        "Accessibility links",
        'aria-label="Main navigation"',
        "<article",
        "Breaking News",
        "The river rises</h1>",
        "The standfirst.",
        "<time",
        'alt="Brown water under a bridge."',
        "The river rose overnight.",
        "<p>One.</p>",
        "Subhead",
        'alt="Second alt"',
        "Second caption",
        "<p>Two.</p>",
        "data-byline",
        'href="/en/t/water/"',
        "data-correction",
        "We report the news.",
        'data-notice="warning"',
        "Sharing may be punished",
        "</article>",
        'id="footer"',
    )
    assert missing is None


def test_the_byline_reads_as_a_sentence_with_links(full_page):
    byline = re.search(r"<p[^>]*data-byline[^>]*>(.*?)</p>", full_page, re.DOTALL)[1]
    assert text_of(byline) == (
        "written by Mara Ellery based on Kazakh Service material and agency reports"
    )
    assert 'href="/en/author/mara-ellery/"' in byline
    assert 'href="/en/author/kazakh-service/"' in byline
    assert "/agencies/" not in byline


def test_the_alt_text_is_not_the_caption_again(full_page):
    alts = re.findall(r'<img[^>]* alt="([^"]*)"', full_page)
    captions = [
        strip_tags(text) for text in re.findall(r"<figcaption>(.*?)</figcaption>", full_page)
    ]
    assert "Brown water under a bridge." in alts
    assert not any(alt and alt in caption for alt in alts for caption in captions)


def test_equal_words_print_once(full_page):
    assert full_page.count(">Breaking News<") == 1


def test_there_is_no_script_no_style_attribute_and_no_foreign_address(full_page):
    scripts = re.findall(r"<script[^>]*>", full_page)
    # Beside the words for machines one optional file of our own (test_sharing.py).
    assert scripts == [
        '<script type="application/ld+json">',
        '<script src="/static/articles/front/reader.js" defer>',
    ]
    full_page = full_page.replace(scripts[1], "")
    assert " style=" not in full_page
    assert " on" not in re.sub(r">[^<]*<", "><", full_page)
    sources = re.findall(r'(?:src|srcset)="([^"]+)"', full_page)
    assert sources
    assert all(source.startswith("/media/") for source in sources)


def test_structured_data_says_the_same_as_the_page(full_page):
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', full_page, re.DOTALL)[1])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "The river rises"
    assert data["author"] == [{"@type": "Person", "name": "Mara Ellery"}]
    assert data["correction"] == ["The bridge is older."]
    assert data["image"][0]["url"].startswith("http://testserver/media/")
    assert data["image"][0]["creditText"] == "Radio Lantern"


def test_the_kicker_stays_when_the_breaking_flag_has_expired(story, now, client):
    story.kicker = "Breaking News"
    story.breaking_until = now
    story.save()
    publish(story, actor=SYSTEM, now=now)
    html = client.get(f"/en/a/the-river-rises/{story.pk}.html").content.decode()
    article = html[html.index("<article") : html.index("</article>")]
    assert article.count("Breaking News") == 1
    assert 'class="breaking"' not in article
