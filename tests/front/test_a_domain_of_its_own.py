"""On a service's own domain the prefix falls away, from every address of every kind of page."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.core.exceptions import ValidationError

from articles.models import Byline
from articles.pages import standing
from articles.pages.outputs import OUTPUTS
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish

OWN, MAIN = "english.example.org", "news.example.org"
SAME_EVERYWHERE = ("/media/", "/static/", "/robots.txt", "/sitemap.xml", "/news-sitemap.xml")


@pytest.fixture
def at_home(english, settings, on_air):
    settings.ALLOWED_HOSTS = [OWN, MAIN, "testserver"]
    settings.SITE_URL = f"https://{MAIN}"
    english.domain = OWN
    english.save()
    standing.forget()
    return english


@pytest.fixture
def there(client):
    def get(path):
        return client.get(path, headers={"host": OWN}, secure=True)

    return get


def local_links(html):
    """Addresses on the same host that the page leads to."""
    found = {
        unescape(one)
        for one in re.findall(r'(?:href|action|data-url|data-updates)="([^"]*)"', html)
    }
    absolute = {
        urljoin(f"https://{OWN}/", one) for one in found if not one.startswith(("#", "mailto:"))
    }
    return {one for one in absolute if urlsplit(one).netloc == OWN}


@pytest.mark.parametrize("host", [OWN, OWN.upper(), f"{OWN}:8443", f"{OWN}."])
def test_the_front_is_at_the_root_however_the_host_is_spelt(at_home, client, on_air, host):
    page = client.get("/", headers={"host": host}, secure=True)
    assert page.status_code == 200
    assert on_air.headline in page.content.decode()
    assert f'<link rel="canonical" href="https://{OWN}/">' in page.content.decode()


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda one: one.name)
def test_every_kind_of_output_is_there_and_leads_nowhere_with_a_prefix(
    output, at_home, there, on_air, reporter_byline
):
    Byline.objects.get_or_create(story_id=on_air.pk, contributor=reporter_byline)
    on_air.refresh_from_db()
    for path in output.paths(on_air, at_home):
        if path.partition("?")[0] == "/":  # the world page is at home on the main host
            continue
        page = there(path.removeprefix("/en"))
        assert page.status_code == 200, path
        assert "/en/" not in page.content.decode(), path
        for link in local_links(page.content.decode()):
            inner = link.removeprefix(f"https://{OWN}")
            assert not inner.startswith("/en"), link
            if not inner.startswith(SAME_EVERYWHERE):
                assert there(inner).status_code in (200, 302 if "place" in inner else 200), link


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/en/", "/"),
        ("/en", "/"),
        ("/en/z/politics/?in=RU", "/z/politics/?in=RU"),
        ("/archive", "/archive/"),
        ("/search?q=a%20b", "/search/?q=a%20b"),
    ],
)
def test_an_address_that_is_not_the_right_one_leads_to_it(at_home, there, asked, led_to):
    page = there(asked)
    assert (page.status_code, page["Location"].removeprefix(f"https://{OWN}")) == (301, led_to)


def test_a_wrong_slug_leads_to_the_right_one_without_a_prefix(at_home, there, on_air):
    page = there(f"/a/wrong/{on_air.pk}.html")
    assert (page.status_code, page["Location"]) == (301, f"/a/{on_air.slug}/{on_air.pk}.html")


def test_another_service_is_on_the_main_host_or_on_its_own(at_home, there, persian, settings):
    assert there("/fa/?in=RU")["Location"] == f"https://{MAIN}/fa/?in=RU"
    persian.domain = "farsi.example.org"
    persian.save()
    standing.forget()
    assert there("/fa/z/x/")["Location"] == "https://farsi.example.org/z/x/"


def test_nobody_is_led_out_to_a_host_of_somebody_else(at_home, there):
    for path in (
        "/en//evil.example/",
        "//evil.example/",
        "/en/%2F%2Fevil.example/",
        "/en/\\evil.example/",
        "*",
    ):
        page = there(path)
        location = page.headers.get("Location", "")
        assert not location.startswith(("//", "/\\")), (path, location)
        assert urlsplit(location).netloc in ("", OWN), (path, location)


def test_on_the_main_host_the_prefix_stays_and_the_own_domain_is_named(at_home, client, on_air):
    page = client.get(f"/en/a/{on_air.slug}/{on_air.pk}.html").content.decode()
    assert 'href="/en/"' in page
    assert f'href="https://{OWN}/a/{on_air.slug}/{on_air.pk}.html"' in page


def test_each_host_has_maps_of_what_is_at_home_there(
    at_home, there, client, make_story, persian, now
):
    publish(make_story(service=persian, headline="Rud"), actor=SYSTEM, now=now)
    with time_machine.travel(now, tick=False):
        pairs = [
            [get(path).content.decode() for get in (there, client.get)]
            for path in ("/sitemap.xml", "/news-sitemap.xml")
        ]
    for own, main in pairs:
        assert (own.count(f"<loc>https://{OWN}/"), own.count(MAIN)) == (1, 0)
        assert (main.count(f"<loc>https://{MAIN}/fa/"), main.count(OWN)) == (1, 0)


def test_what_every_host_has_is_there_too(at_home, there):
    assert there("/healthz").content == b"ok\n"
    assert f"https://{OWN}/sitemap.xml" in there("/robots.txt").content.decode()
    assert there("/nothing/").status_code == 404
    assert 'lang="en"' in there("/nothing/").content.decode()


@pytest.mark.parametrize(
    "name", ["https://kk.example.org", "kk.example.org/x", "kk", "kk..org", "*.org"]
)
def test_a_domain_is_a_hosts_name(english, name):
    english.domain = name
    with pytest.raises(ValidationError) as refusal:
        english.full_clean()
    assert "domain" in refusal.value.message_dict


def test_two_services_are_not_at_one_domain(at_home, persian):
    persian.domain = OWN.upper()
    with pytest.raises(ValidationError, match="Another service"):
        persian.full_clean()
