"""What an edge is told of a page, and that nobody else is told anything."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.caching import tags
from articles.caching.surrogate import NO_STORE, Surrogate, surrogates
from articles.caching.watch import watch
from articles.legal import preview

MIDNIGHT = datetime(2026, 2, 3, tzinfo=UTC)
OURS = ("surrogate-control", "surrogate-key", "surrogate-position", "noticezone", "newsroom-life")


@pytest.fixture
def site(settings, make_site):
    """The site as its server joins it when an edge is configured."""
    from newsroom.wsgi import RULES, is_edge

    settings.EDGE = ["varnish http://127.0.0.1:9"]
    made = make_site()
    made.cache = Surrogate(made.cache, is_edge, watch=watch, rules=RULES)
    return made


def told(reply):
    return {name.lower(): value for name, value in reply.headers.items() if name.lower() in OURS}


def test_a_trusted_edge_is_told_life_tags_and_zone(site, url, on_air):
    for _miss_and_hit in range(2):
        said = told(site.get(url, region="DE"))
        assert said["surrogate-control"].startswith("max-age=")
        assert {f"story-{on_air.pk}", "standing", "notices"} < set(said["surrogate-key"].split())
        assert said["noticezone"] == "0"
        assert int(said["surrogate-position"]) >= 0
    assert len(site.made) == 1


def test_nobody_else_is_told(site, url, settings):
    site.get(url)
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    for path in (url, "/", "/en/", "/nowhere/", "/robots.txt"):
        assert told(site.get(path)) == {}


def test_without_an_edge_not_even_a_trusted_peer_is_told(make_site, url):
    assert told(make_site().get(url)) == {}


def test_the_life_shrinks_while_the_page_is_kept(site, url):
    with time_machine.travel(MIDNIGHT, tick=False):
        assert told(site.get(url))["surrogate-control"] == "max-age=300, stale-if-error=86100"
    with time_machine.travel(MIDNIGHT + timedelta(seconds=100.5), tick=False):
        assert told(site.get(url))["surrogate-control"] == "max-age=199, stale-if-error=86201"
    assert len(site.made) == 1


def test_two_minutes_before_a_boundary_the_life_is_120_seconds_and_nothing_stale(
    site, url, enforce
):
    enforce("silence", regions=["RU"], starts_at=MIDNIGHT)
    with time_machine.travel(MIDNIGHT - timedelta(seconds=120), tick=False):
        assert told(site.get(url))["surrogate-control"] == "max-age=120"
    with time_machine.travel(MIDNIGHT - timedelta(seconds=0.5), tick=False):
        assert told(site.get(url))["surrogate-control"] == "max-age=0"
    assert len(site.made) == 1
    with time_machine.travel(MIDNIGHT - timedelta(seconds=1000), tick=False):
        again = told(site.get("/en/"))["surrogate-control"]
    assert again == "max-age=300, stale-if-error=700"


@pytest.mark.parametrize("path", ["/nowhere/", "/en", "/robots.txt", "/healthz"])
def test_what_has_no_tags_is_not_to_be_kept(site, url, path):
    assert told(site.get(path)) == {"surrogate-control": "no-store"}


def test_staff_and_previews_are_not_to_be_kept(site, url):
    previewed = f"{url}?as_region={preview.token_for('RU')}"
    for reply in (
        site.get(previewed, cookie="sessionid=abc"),
        site.get(url, cookie="sessionid=abc"),
        site.get(url, "POST"),
        site.get(url, authorization="Basic abc"),
    ):
        assert told(reply) == {"surrogate-control": "no-store"}


def test_files_for_everybody_keep_their_own_life(site, rf):
    from articles.caching.surrogate import surrogates

    assert surrogates("", [("Cache-Control", "public, max-age=60, immutable")], 1) == []
    assert surrogates("", [("Cache-Control", "private")], 1) == [("Surrogate-Control", "no-store")]


def test_a_304_tells_what_the_page_tells(site, url):
    page = site.get(url)
    again = site.get(url, if_none_match=page.headers["ETag"])
    assert again.status == 304
    assert told(again)["surrogate-key"] == told(page)["surrogate-key"]


def test_orders_and_killed_stories_are_kept_like_pages(site, url, enforce, on_air):
    enforce("order", regions=["GB"], story=on_air, kind="withheld", reach="matched")
    reply = site.get(url, region="GB")
    assert reply.status == 451
    assert told(reply)["noticezone"] != "0"


def test_an_edge_learns_the_zone_of_a_place(site, url, enforce):
    enforce("und", regions=["RU", "UA-OCC"], reach="matched")
    zones = {}
    for place in ("RU", "UA-43", "DE", "T1"):
        reply = site.get("/.zone", region=place)
        assert (reply.status, reply.body) == (200, b"")
        said = told(reply)
        assert said["noticezone"] == told(site.get(url, region=place))["noticezone"]
        assert said["surrogate-key"].split() == ["notices", "standing"]
        zones[place] = said["noticezone"]
    assert zones["RU"] == zones["UA-43"] != zones["DE"] == zones["T1"]


def test_a_zone_is_good_until_the_next_boundary(site, enforce, english):
    enforce("silence", regions=["RU"], starts_at=MIDNIGHT)
    with time_machine.travel(MIDNIGHT - timedelta(seconds=7), tick=False):
        assert told(site.get("/.zone", region="RU"))["surrogate-control"] == "max-age=7"


def test_nobody_else_learns_a_zone(site, settings, make_site, client, english):
    site.get("/.zone")  # kept now
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert site.get("/.zone").status == 404
    assert client.get("/.zone").status_code == 404
    settings.TRUSTED_PROXIES, settings.EDGE = ["127.0.0.1/32"], []
    assert make_site().get("/.zone").status == 404


def test_kept_zones_cost_no_rendering(site, english):
    for _time in range(3):
        site.get("/.zone", region="DE")
    assert site.made == ["/.zone"]


def test_a_photo_s_file_has_a_key_of_its_own_and_a_style_sheet_none():
    public = [("Cache-Control", "public, max-age=31536000, immutable")]
    file = ("Surrogate-Key", "file-ab0123456789")
    assert tags.file("ab/0123456789.avif") == file[1]
    assert surrogates("", public, 7, "/media/ab/0123456789.avif") == [file]
    assert surrogates("", public, 7, "/static/articles/site.css") == []
    assert surrogates("", [], 7, "/media/ab/0123456789.avif") == [NO_STORE]
