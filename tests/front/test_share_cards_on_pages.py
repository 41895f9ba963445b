"""What other sites are told to show: the card when there is one, else the photo, else nothing."""

import json
import re
from datetime import timedelta

import pytest

from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.complete_cards import complete_cards
from articles.publishing.publish import publish

pytestmark = pytest.mark.usefixtures("letters")


def meta(client, path):
    html = client.get(path).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html))


@pytest.fixture
def carded(on_air, now):
    complete_cards(now)
    on_air.refresh_from_db()
    return on_air


def test_the_page_names_the_card_and_what_it_says(carded, url, client):
    said = meta(client, url)
    assert said["og:image"].endswith(f"/media/{carded.share_card}")
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "The river rises"
    assert said["twitter:card"] == "summary_large_image"


def test_search_engines_get_the_photo_without_words(carded, url, client):
    html = client.get(url).content.decode()
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])
    assert carded.share_card not in json.dumps(data["image"])


def test_a_story_without_a_photo_has_a_card_and_no_picture_in_its_data(make_story, client, now):
    row = publish(make_story(), actor=SYSTEM, now=now)
    path = f"/en/a/{row.slug}/{row.pk}.html"
    assert "og:image" not in meta(client, path)
    complete_cards(now)
    html = client.get(path).content.decode()
    assert "og:image" in meta(client, path)
    assert "image" not in json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])


def test_where_a_story_is_withheld_nothing_names_its_card(carded, url, reader_in, enforce):
    enforce("order", kind="withheld", regions=["GB"], reach="matched", story=carded.story)
    response = reader_in("GB")(url)
    assert response.status_code == 451
    assert carded.share_card not in response.content.decode()


def test_a_photo_whose_rights_ended_a_second_ago_is_shared_no_more(carded, url, client, now):
    document = carded.document
    document["lead"]["until"] = (now - timedelta(seconds=1)).isoformat()
    PublishedStory.objects.filter(pk=carded.pk).update(document=document)
    assert "og:image" not in meta(client, url)
