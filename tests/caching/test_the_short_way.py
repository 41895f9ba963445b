"""What was answered before, letter for letter, is answered without asking the law again."""

import gc
import random

import pytest

from articles.legal.atlas import Place
from articles.legal.place import OWN_PLACE
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.caching.conftest import environ_of

RUSSIAN, GERMAN, NOBODY = "77.88.55.242", "217.0.0.1", "10.9.9.9"
WAYS = [
    {"region": "RU"},
    {"region": "UA-43"},
    {"x_forwarded_for": RUSSIAN},
    {"x_forwarded_for": f"{GERMAN}, {RUSSIAN}"},
    {"x_forwarded_for": GERMAN},
    {"x_forwarded_for": NOBODY},
    {},
]


@pytest.fixture
def long_ways(site, monkeypatch):
    """The requests for which the law was asked."""
    asked, zone_of = [], site.cache.zone_of

    def counting(environ):
        asked.append(environ["PATH_INFO"])
        return zone_of(environ)

    monkeypatch.setattr(site.cache, "zone_of", counting)
    return asked


PACKED = {"accept_encoding": "gzip, deflate, br, zstd"}


@pytest.mark.parametrize("way", [*WAYS, {"region": "RU"} | PACKED], ids=str)
def test_the_third_reader_from_a_place_takes_the_short_way(site, url, long_ways, way):
    """The first makes the page; the second learns that it answers these very letters."""
    pages = [site.get(url, **way) for _reader in range(4)]
    assert pages == [pages[0]] * 4
    assert len(long_ways) == 2


@pytest.mark.parametrize(
    "more",
    [
        {"cookie": "sessionid=x"}, {"authorization": "Basic x"}, {"if_none_match": '"other"'},
        {"region": "RU, Moscow"}, {"accept_encoding": "gzip;q=0.5, br;q=0"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("said", [{"region": "RU"}, {"region": "RU"} | PACKED], ids=str)
def test_one_letter_more_is_another_question(site, url, long_ways, said, more):
    for _reader in range(3):
        site.get(url, **said)
    before = len(long_ways) + len(site.made)
    site.get(url, **(said | more))
    assert len(long_ways) + len(site.made) > before


@pytest.mark.parametrize("coding", [{}, {"accept_encoding": ""}], ids=str)
def test_what_our_own_code_says_of_the_place_goes_before_what_is_known(site, url, enforce, coding):
    """The proof asks for pages inside the process: as somebody elsewhere than the letters tell."""
    enforce("und", regions=["RU"], reach="matched")
    said = {"region": "RU"} | coding
    for _reader in range(3):
        assert b'data-notice="und"' in site.get(url, **said).body
    environ = environ_of(url, headers=said) | {OWN_PLACE: Place("DE")}
    assert b'data-notice="und"' not in b"".join(site.cache(environ, lambda *_said: None))


def test_an_address_is_believed_by_whom_it_comes_from(site, url, long_ways, enforce, settings):
    """A stranger's header is none of its letters' business: the long way, and no other page."""
    enforce("und", regions=["RU"], reach="matched")
    for _reader in range(3):
        assert b'data-notice="und"' in site.get(url, region="RU").body
    environ = environ_of(url, headers={"region": "RU"}) | {"REMOTE_ADDR": GERMAN}
    assert b'data-notice="und"' not in b"".join(site.cache(environ, lambda *_said: None))


def test_every_reader_gets_the_page_of_their_place_whatever_was_asked_before(
    site, make_site, url, enforce, on_air
):
    enforce("und", regions=["RU", "UA-OCC"], reach="matched")
    enforce("order", regions=["DE"], story=on_air, kind="withheld", reach="matched")
    forgetful = make_site(limit=0)
    true = {str(way): forgetful.get(url, **way) for way in WAYS}
    assert len({(page.status, page.body) for page in true.values()}) == 3
    chance = random.Random(3)
    for _reader in range(300):
        way = chance.choice(WAYS)
        assert site.get(url, **way) == true[str(way)]


def test_a_change_ends_the_short_way_for_what_it_touches_alone(
    site, url, on_air, make_story, long_ways, now, soon
):
    other = publish(make_story(headline="Another", section=None), actor=SYSTEM, now=now)
    other_url = f"/en/a/{other.slug}/{other.pk}.html"
    for path in (url, other_url) * 3:
        site.get(path, region="RU")
    on_air.story.refresh_from_db()
    on_air.story.headline = "The river falls"
    on_air.story.save()
    publish(on_air.story, actor=SYSTEM, now=now)
    soon()
    before = len(long_ways)
    assert b"The river falls" in site.get(url, region="RU").body
    assert len(long_ways) == before + 1
    site.get(other_url, region="RU")
    assert len(long_ways) == before + 1


def test_what_the_store_lets_go_is_held_by_nobody(site, url):
    for _reader in range(3):
        site.get(url, region="RU", accept_encoding="br")
    (entry,) = site.cache.store._entries.values()
    ready, body = entry.ready, entry.bodies["br"]
    site.cache.store.clear()
    del entry
    assert (ready.answers, ready.until) == ({}, 0.0)
    holders = [one for one in gc.get_referrers(body) if isinstance(one, (tuple, dict, list))]
    assert holders == []


def test_who_asks_by_short_ways_keeps_a_page_from_being_thrown_out(make_site, url):
    small = make_site(limit=100_000)
    for number in range(12):
        small.get(url, host=f"testserver:{number}", region="RU")
        for _reader in range(3):
            small.get(url, region="RU")
            _a_second_later(small)
    assert len(small.made) == 13


def test_what_is_known_of_requests_holds_no_address(site, url):
    for _reader in range(3):
        site.get(url, x_forwarded_for=RUSSIAN)
    assert site.cache.known._found
    assert RUSSIAN not in repr(site.cache.known._found)
    assert any("RU" in asked[1] for asked in site.cache.known._found)


def _a_second_later(site):
    for entry in site.cache.store._entries.values():
        entry.ready.until = 0.0
