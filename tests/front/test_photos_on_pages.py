"""Photos on readers' pages: three formats, the lead first, galleries, and rights that end."""

import json
import re
from datetime import timedelta

import pytest
import time_machine

from articles.caching.note import KEY, Note
from articles.models import PublishedStory
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.html import errors_in, text_of
from tests.pages.photos import crops, old_photo, photo

SECOND = timedelta(seconds=1)


@pytest.fixture
def show(on_air):
    """``show(lead=…, card=…, gallery=[…])`` puts photos into what is on air, as a publish does."""

    def put(card=None, **keys):
        row = PublishedStory.objects.get(pk=on_air.pk)
        row.document |= keys
        if card is not None:
            row.card |= {"lead": card}
        row.save()
        return row

    return put


def figures(html):
    return re.findall(r"<figure.*?</figure>", html, re.DOTALL)


def meta(html):
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))


def page(client, path):
    html = client.get(path).content.decode()
    assert errors_in(html) == []
    assert " style=" not in html
    return html


def images(html):
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html)[1])["image"]


def test_every_picture_has_three_formats_a_size_and_a_place(show, url, client):
    inline = {"kind": "photo"} | photo(photo=8)
    show(lead=photo(), segments=[inline])
    first, second = figures(page(client, url))
    for figure in (first, second):
        assert re.findall(r'type="([^"]+)"', figure) == ["image/avif", "image/webp"]
        assert 'width="960" height="640"' in figure
        assert 'class="night"' in figure
        assert figure.count("sizes=") == 2
    assert 'fetchpriority="high"' in first
    assert "loading" not in first
    assert 'loading="lazy" decoding="async"' in second


def test_a_photo_without_rights_leaves_its_words_on_the_story_page(show, url, client):
    show(lead=photo(gone="rights", files={}, alt=""), card=photo(gone="rights", files={}))
    html = page(client, url)
    (figure,) = figures(html)
    assert "<img" not in figure
    assert text_of(figure) == (
        "The river rose overnight. Photo: Mara Ellery This picture may no longer be shown."
    )
    assert "og:image" not in meta(html)
    assert '"image"' not in html
    assert figures(page(client, "/en/")) == []


@pytest.mark.parametrize("path", ["story", "/", "/en/", "/en/z/politics/"])
def test_a_photo_leaves_every_page_at_its_minute_and_pages_end_there(
    path, show, url, client, now, rf
):
    until = now + timedelta(seconds=40)
    ending = photo(until=until.isoformat(), cards=crops())
    show(lead=ending, card=ending, gallery=[], publisher=None)
    path = url if path == "story" else path

    def at(moment):
        note = Note()
        with time_machine.travel(moment, tick=False):
            html = client.get(path, **{KEY: note}).content.decode()
        return html, note

    html, note = at(until - SECOND)
    assert "<img" in html
    assert note.fresh_until == note.dead_at == until.timestamp()
    html, note = at(until)
    assert "<img" not in html
    assert note.fresh_until > until.timestamp()
    assert note.dead_at is None


def test_the_first_of_several_photos_ends_the_page(show, url, client, now):
    ends = [now + timedelta(seconds=number) for number in (50, 30, 40, 20)]
    lead, inline, hung, face = (photo(photo=number, until=end.isoformat())
                                for number, end in enumerate(ends))  # fmt: skip
    publisher = {"name": "Radio Lantern", "description": "We report.", "picture": face}
    note = Note()
    show(lead=lead, segments=[{"kind": "photo"} | inline], gallery=[hung], publisher=publisher)
    with time_machine.travel(now, tick=False):
        client.get(url, **{KEY: note})
    assert note.dead_at == ends[3].timestamp()


def test_an_edge_is_told_the_same_end(show, url, client, now, settings):
    settings.EDGE, settings.TRUSTED_PROXIES = ["varnish http://127.0.0.1:1"], ["127.0.0.1/32"]
    until = now + timedelta(seconds=40)
    show(lead=photo(until=until.isoformat()))
    with time_machine.travel(now, tick=False):
        fresh_until, dead_at, *_rest = client.get(url)["Newsroom-Life"].split()
    assert float(fresh_until) == float(dead_at) == until.timestamp()


def test_cards_take_the_crops_made_for_them(show, client):
    show(card=photo(cards=crops()))
    for path, crop in (("/", "3x2"), ("/en/", "16x9"), ("/en/z/politics/", "3x2")):
        html = page(client, path)
        assert f"/media/{crop}/640.avif 640w" in html, path
        assert 'fetchpriority="high"' in html, path
        assert "/media/full/" not in html, path


def test_a_card_of_an_old_document_is_moved_to_its_focal_point(show, client):
    show(card=old_photo() | {"width": 2400, "height": 800, "focal": [0.05, 0.5]})
    assert "at0" in page(client, "/en/")


def test_a_share_card_says_how_large_it_is(show, url, client):
    show(lead=photo())
    said = meta(page(client, url))
    assert said["og:image"] == "http://testserver/media/share/1200.jpg"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "Brown water under a bridge."
    assert said["twitter:card"] == "summary_large_image"


def test_without_a_share_crop_the_picture_itself_is_shared(show, url, client):
    show(lead=old_photo())
    said = meta(page(client, url))
    assert said["og:image"] == "http://testserver/media/full/960.jpg"
    assert (said["og:image:width"], said["og:image:height"]) == ("960", "640")


CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def test_search_engines_get_the_picture_in_their_shapes_with_its_rights(show, url, client):
    show(lead=photo(licence_url=CC_BY))
    first, *others = images(page(client, url))
    media = "http://testserver/media/"
    assert others == [f"{media}4x3/640.jpg", f"{media}1x1/640.jpg"]
    assert first == {
        "@type": "ImageObject",
        "url": f"{media}16x9/960.jpg",
        "width": 960,
        "height": 540,
        "creditText": "Mara Ellery",
        "creator": {"@type": "Person", "name": "Mara Ellery"},
        "copyrightNotice": "© Radio Lantern",
        "license": CC_BY,
    }


def test_readers_find_the_licence_by_the_credit(show, url, client):
    show(lead=photo(licence_url=CC_BY))
    (figure,) = figures(page(client, url))
    assert f'<a href="{CC_BY}" rel="license">Photo: Mara Ellery</a>' in figure


def test_a_gallery_is_a_sequence_of_numbered_pictures_with_their_words(show, url, client):
    shown = [photo(photo=number, caption=f"Picture {number}") for number in (1, 2)]
    over = photo(photo=3, caption="Picture 3", gone="rights", files={})
    show(lead=None, gallery=[*shown, over, photo(photo=4, files={})])
    html = page(client, url)
    gallery = re.search(r'<section class="gallery".*?</section>', html, re.DOTALL)[0]
    texts = [text_of(figure) for figure in figures(gallery)]
    assert [text.split(" Photo")[0] for text in texts] == [
        "1/3 Picture 1", "2/3 Picture 2", "3/3 Picture 3",
    ]  # fmt: skip
    assert gallery.count('loading="lazy"') == 2
    assert "<script" not in gallery


def test_a_gallery_counts_in_the_digits_of_its_service(make_story, persian, client, now):
    row = publish(make_story(service=persian, headline="رود"), actor=SYSTEM, now=now)
    row.document |= {"gallery": [photo(), photo()]}
    row.save()
    assert "<b>۲/۲</b>" in page(client, f"/fa/a/{row.slug}/{row.pk}.html")


def test_a_page_without_a_gallery_has_none(show, url, client):
    show(lead=photo())
    assert '<section class="gallery"' not in page(client, url)


def test_pictures_on_another_host_are_named_as_they_are(show, url, client, settings):
    settings.MEDIA_URL = "https://pictures.example.org/"
    show(lead=photo(), card=photo(cards=crops()))
    html = page(client, url)
    assert 'src="https://pictures.example.org/full/960.jpg"' in html
    assert meta(html)["og:image"] == "https://pictures.example.org/share/1200.jpg"
    assert images(html)[0]["url"] == "https://pictures.example.org/16x9/960.jpg"


def test_hostile_words_stay_words(show, url, client):
    words = '"><script>alert(1)</script>'
    show(lead=photo(caption=words, credit=words, alt=words, colour=words, licence_url=words))
    assert "<script>alert" not in page(client, url)
