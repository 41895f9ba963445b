"""What a reader gets through the edge: the page of the own zone, and nothing that is not theirs."""

import gzip
import re
from datetime import timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.legal import preview
from articles.publishing.actors import SYSTEM
from articles.publishing.preview_links import Sharing, make_link
from articles.publishing.publish import publish
from newsroom.wsgi import RULES

HIDDEN = {"surrogate-control", "surrogate-key", "surrogate-position", "noticezone", "xkey"}
HIDDEN |= {"newsroom-life", "age", "via", "x-varnish"}


def notices(reply):
    return sorted(re.findall(rb'data-notice="([^"]+)"', reply.body))


@pytest.fixture
def asked(edge):
    """How many questions reached the origin since the last call."""
    before = 0

    def count() -> int:
        nonlocal before
        now = edge.count("MAIN.backend_req")
        before, since = now, now - before
        return since

    return count


def test_equal_zones_share_a_page_and_others_do_not(edge, url, enforce, asked):
    enforce("und", regions=["RU", "UA-OCC"], reach="matched")
    assert notices(edge.get(url, "RU")) == [b"und"]
    assert notices(edge.get(url, "DE")) == []
    asked()
    assert notices(edge.get(url, "DE")) == []
    assert notices(edge.get(url, "RU")) == [b"und"]
    assert asked() == 0, "the second reader of a zone is a hit"
    assert notices(edge.get(url, "CZ")) == []
    assert asked() == 1, "a new place asks for its zone alone"
    assert notices(edge.get(url, "UA-43")) == [b"und"]
    assert asked() == 1


def test_an_address_is_no_key(edge, url, asked):
    """Where nobody says a place, the zone is asked for each time; the page is kept all the same."""
    edge.get(url)
    asked()
    edge.get(url, X__Forwarded__For="8.8.8.8")
    edge.get(url, X__Forwarded__For="8.8.8.8")
    assert asked() == 2


def test_what_a_reader_gets_is_what_the_site_promises(edge, url, on_air):
    for path in (url, "/en/", "/", "/robots.txt", "/nowhere/"):
        for place in ("DE", ""):
            headers = edge.get(path, place).headers
            assert headers["cache-control"] == "private, no-cache"
            assert not HIDDEN & set(headers), path
            assert "set-cookie" not in headers
    assert edge.get(url, "DE").headers["vary"] == "Accept-Encoding, Noticezone"


def test_a_reader_who_has_the_page_is_told_so(edge, url, enforce):
    enforce("und", regions=["RU"], reach="matched")
    etag = edge.get(url, "DE").headers["etag"]
    again = edge.get(url, "DE", If__None__Match=etag)
    assert (again.status, again.body) == (304, b"")
    assert not HIDDEN & set(again.headers)
    assert edge.get(url, "RU", If__None__Match=etag).status == 200, "another zone's page"


def test_pages_travel_packed_for_those_who_can(edge, url):
    plain, packed = edge.get(url, "DE"), edge.get(url, "DE", Accept__Encoding="br, gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body)


def test_a_head_is_answered_from_the_page(edge, url, asked):
    edge.get(url, "DE")
    asked()
    head = edge.get(url, "DE", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert asked() == 0


def test_one_page_has_one_spelling(edge, url, asked):
    edge.get(f"{url}?in=RU&page=2", "DE")
    asked()
    for query in ("page=2&in=RU", "utm=1&in=RU&page=2&x=y", "in=US&in=RU&page=2&page="):
        edge.get(f"{url}?{query}", "DE")
    for host in ("LOCALHOST", "localhost.", "localhost:80"):
        edge.ask(f"{url}?in=RU&page=2", [("Host", host), ("CF-IPCountry", "DE")])
    assert asked() <= 2  # one for the name without a port


def test_the_declared_parameters_are_those_of_the_page_cache():
    vcl = (edge_vcl()).read_text()
    # A search passes by whatever it asks; with what else passes a page is asked for by name.
    assert r'"^(/[^/?]+)?/search/?\?"' in vcl
    passing = {name for name, end in RULES.passing.items() if end != "/search/"}
    assert set(re.findall(r"\[\?&\](\w+)=\(", vcl)) == {*RULES.parameters, *passing, "demo_place"}
    assert f"[?&]{preview.PARAMETER}=" in vcl
    assert f"{RULES.cookies[0]}=" in vcl


def test_what_lies_outside_the_page_cache_lies_outside_the_edge():
    vcl = (edge_vcl()).read_text()
    found = re.findall(r'"\^/\(([a-z|]+)\)', vcl)
    names = {name for group in found for name in group.split("|")}
    assert {path.strip("/") for path in RULES.outside} == names


def edge_vcl():
    from tests.edge.servers import VCL

    return VCL / "default.vcl"


def test_staff_and_forms_pass_through(edge, url, asked):
    edge.get(url, "DE")
    asked()
    for _time in range(2):
        edge.get(url, "DE", Cookie="sessionid=abc")
        assert edge.get("/admin/login/", "DE").status == 200
        assert edge.get(url, "DE", method="POST").status in (403, 405)
    assert asked() == 6
    assert "csrftoken" in edge.get("/admin/login/", "DE").headers["set-cookie"]


def test_a_preview_is_never_kept(edge, url, enforce, cast):
    enforce("und", regions=["RU"], reach="matched")
    client = Client()
    client.force_login(User.objects.get(pk=cast.legal_officer.pk))
    session = f"sessionid={client.cookies['sessionid'].value}"
    previewed = f"{url}?as_region={quote(preview.token_for('RU'))}"
    assert notices(edge.get(previewed, "DE", Cookie=session)) == [b"und"]
    assert notices(edge.get(previewed, "DE")) == []
    assert notices(edge.get(url, "DE")) == []


def test_a_search_is_kept_by_nobody(edge, on_air, asked):
    path = f"/en/search/?q={quote(on_air.headline)}"
    asked()
    for _time in range(2):
        assert on_air.headline in edge.get(path, "DE").body.decode()
    assert asked() == 2
    assert edge.get(f"/en/search?q={quote('a b')}", "DE").headers["location"].endswith("?q=a%20b")


def test_the_edition_without_pictures_is_kept_beside_the_other(edge, url, asked):
    full, text = edge.get(url, "DE"), edge.get(f"{url}?edition=text", "DE")
    assert full.body != text.body
    asked()
    assert edge.get(f"{url}?utm_source=x&edition=text", "DE").body == text.body
    assert edge.get(f"{url}?edition=none", "DE").body == full.body
    assert asked() == 0


def test_a_secret_link_is_kept_by_nobody(edge, story, cast, now, asked):
    sharing = Sharing(uuid4(), timedelta(hours=1))
    _link, token = make_link(story, sharing, actor=cast.desk_editor, now=now)
    asked()
    for _time in range(2):
        reply = edge.get(f"/preview/{token}/", "DE")
        assert (reply.status, reply.headers["cache-control"]) == (200, "private, no-store")
        assert not HIDDEN & set(reply.headers)
    assert asked() == 2


def test_zones_are_the_edges_affair(edge, url):
    assert edge.get("/.zone", "DE").status == 404
    assert edge.get("/.zone?x", "DE").status == 404
    # The tests' origin trusts 127.0.0.1; anybody else is not answered.
    host = [("Host", "localhost")]
    strange = edge.ask("/.zone", host, source="127.0.0.9", port=edge.origin.port)
    assert strange.status == 404
    assert not HIDDEN & set(strange.headers)
    assert not HIDDEN & set(edge.ask(url, host, source="127.0.0.9", port=edge.origin.port).headers)
    own = edge.ask("/.zone", host, port=edge.origin.port)
    assert own.headers["noticezone"]
    assert "notices" in own.headers["surrogate-key"].split()


def test_a_notice_begins_to_the_second_and_its_end_is_not_passed(edge, url, enforce, now, wait):
    from django.utils import timezone

    begins = timezone.now() + timedelta(seconds=2)
    enforce("silence", regions=["DE"], starts_at=begins, ends_at=begins + timedelta(seconds=2))
    shown = {}
    while timezone.now() < begins + timedelta(seconds=3):
        before = timezone.now()
        found = notices(edge.get(url, "DE"))
        after = timezone.now()
        phase = {(at >= begins) + (at >= begins + timedelta(seconds=2)) for at in (before, after)}
        if len(phase) == 1:
            shown.setdefault(phase.pop(), set()).add(tuple(found))
        wait(0.02)
    assert shown == {0: {()}, 1: {(b"silence",)}, 2: {()}}


def test_a_story_that_is_published_is_there_at_once(edge, on_air, make_story, now):
    assert "The bridge falls" not in edge.get("/en/", "DE").body.decode()
    publish(make_story(headline="The bridge falls"), actor=SYSTEM, now=now)
    from articles.caching.messenger import messenger

    messenger.rest()
    assert "The bridge falls" in edge.get("/en/", "DE").body.decode()
