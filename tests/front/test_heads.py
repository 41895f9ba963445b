"""What the head of a story page tells machines: one address, its versions, a picture to share."""

import json
import re

import pytest

from articles.models import Rendition
from articles.pages import standing
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish


@pytest.fixture
def persian_version(make_story, persian, story, now):
    other = make_story(service=persian, headline="رود", translation_key=story.translation_key)
    return publish(other, actor=SYSTEM, now=now)


def head_of(client, path):
    return client.get(path).content.decode().partition("</head>")[0]


def meta(head):
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', head))


def alternates(head):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', head))


def test_every_version_names_the_same_versions_and_the_same_default(
    on_air, url, persian_version, client
):
    other = f"/fa/a/{persian_version.slug}/{persian_version.pk}.html"
    expected = {
        "en": f"http://testserver{url}",
        "fa": f"http://testserver{other}",
        "x-default": f"http://testserver{url}",
    }
    assert alternates(head_of(client, url)) == expected
    assert alternates(head_of(client, other)) == expected


def test_a_story_in_one_language_names_no_versions(on_air, url, client):
    assert alternates(head_of(client, url)) == {}


def test_a_service_with_its_own_domain_is_named_by_it_everywhere(
    on_air, url, persian_version, english, client
):
    english.domain = "english.example.org"
    english.save()
    standing.forget()
    there = f"https://english.example.org{url.removeprefix('/en')}"
    head = head_of(client, url)
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', head)[1])
    assert f'<link rel="canonical" href="{there}">' in head
    assert meta(head)["og:url"] == alternates(head)["en"] == data["url"] == there
    assert alternates(head)["fa"].startswith("http://testserver/fa/")


def test_times_and_the_share_crop_with_its_size_go_to_share_cards(
    on_air, url, story, photo, client, now
):
    card = Rendition.objects.get(photo=photo, crop="share")
    story.refresh_from_db()
    story.headline = "The river rises again"
    story.save()
    publish(story, actor=SYSTEM, now=now)
    said = meta(head_of(client, f"/en/a/{story.slug}/{story.pk}.html"))
    assert said["og:type"] == "article"
    assert said["og:title"] == "The river rises again"
    assert said["og:image"] == f"http://testserver/media/{card.file.name}"
    assert (said["og:image:width"], said["og:image:height"]) == (str(card.width), str(card.height))
    assert said["og:image:alt"] == "Brown water under a bridge."
    assert said["article:published_time"] == now.isoformat()


def test_fronts_say_whose_site_they_are(english, client):
    for path in ("/", "/en/"):
        data = json.loads(re.search(r'ld\+json">(.*?)</script>', head_of(client, path))[1])
        assert data["@type"] == "WebSite"
        assert data["url"] == f"http://testserver{path}"
        assert data["publisher"]["@type"] == "NewsMediaOrganization"
