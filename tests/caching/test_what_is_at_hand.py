"""What a request from the edge finds by its letters alone is good for an instant."""

import sys
from time import time

import pytest

from articles.caching import known, pagecache, ready
from articles.caching.ready import INSTANT, MOST, AtHand, Ready
from articles.publishing.actors import SYSTEM
from articles.publishing.publish import publish
from tests.caching.conftest import environ_of

WHOLE = ("200 OK", [], b"page")


def asked_often(site, url, **said):
    """Made, learnt, put at hand, and taken from there."""
    return [site.get(url, **said) for _reader in range(4)][-1]


@pytest.fixture
def by_page(monkeypatch):
    """The requests that found nothing at hand."""
    asked, way = [], pagecache.PageCache._by_page

    def counting(self, environ, start_response, at_hand):
        asked.append(environ["PATH_INFO"])
        return way(self, environ, start_response, at_hand)

    monkeypatch.setattr(pagecache.PageCache, "_by_page", counting)
    return asked


@pytest.fixture
def still(site, monkeypatch):
    """However long the machine takes, the instant does not pass."""
    now = ready.monotonic()
    for module in (pagecache, ready):
        monkeypatch.setattr(module, "monotonic", lambda: now)
    monkeypatch.setattr(site.cache.watch, "due_at", float("inf"))


@pytest.mark.usefixtures("still")
def test_the_fourth_reader_whose_place_the_edge_says_finds_the_page_at_hand(site, url, by_page):
    pages = [site.get(url, region="RU", accept_encoding="br") for _reader in range(8)]
    assert pages == [pages[0]] * 8
    assert len(by_page) == 3


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("way", [{"x_forwarded_for": "77.88.55.242"}, {}], ids=str)
def test_nothing_is_at_hand_for_whom_an_address_tells_of(site, url, way):
    asked_often(site, url, region="RU", accept_encoding="br")
    held = dict(site.cache.store.at_hand.answers)
    asked_often(site, url, accept_encoding="br", **way)
    assert site.cache.store.at_hand.answers == held
    assert len(held) == 1


def test_an_instant_later_the_page_is_asked_for_again(site, url, by_page, monkeypatch):
    asked_often(site, url, region="RU", accept_encoding="br")
    before, later = len(by_page), pagecache.monotonic() + INSTANT
    monkeypatch.setattr(pagecache, "monotonic", lambda: later)
    site.get(url, region="RU", accept_encoding="br")
    assert len(by_page) == before + 1


def test_nothing_is_at_hand_for_longer_than_until_the_next_look_at_the_ledger(site, url):
    asked_often(site, url, region="RU", accept_encoding="br")
    assert site.cache.store.at_hand.until == site.cache.watch.due_at


def test_nothing_is_at_hand_once_the_counter_moved(site, url, by_page, monkeypatch):
    asked_often(site, url, region="RU", accept_encoding="br")
    before = len(by_page)
    monkeypatch.setattr(site.cache, "_count", lambda: b"moved on")
    site.get(url, region="RU", accept_encoding="br")
    assert len(by_page) == before + 1


def test_a_published_correction_takes_it_out_of_the_hand(site, url, on_air, now):
    """By the look alone: nobody else empties the hand here."""
    asked_often(site, url, region="RU", accept_encoding="gzip")
    assert site.cache.store.at_hand.answers
    on_air.story.headline = "The river falls"
    on_air.story.save()
    publish(on_air.story, actor=SYSTEM, now=now)
    site.cache.watch.due_at = 0.0
    site.cache.watch.look()
    assert site.cache.store.at_hand.answers == {}


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("header", known.ODD)
def test_whatever_makes_a_request_odd_keeps_it_from_what_is_at_hand(header, site, url, monkeypatch):
    """Said once more in the page cache, where a loop would cost more than the answer."""
    asked_often(site, url, region="RU", accept_encoding="br")
    assert site.cache.store.at_hand.answers
    long_ways = []
    monkeypatch.setattr(site.cache, "_long_way", lambda *_asked: long_ways.append(1) or [])
    name = header.removeprefix("HTTP_").lower()
    environ = environ_of(url, headers={"region": "RU", "accept_encoding": "br", name: "x"})
    site.cache(environ, lambda *_said: None)
    assert long_ways == [1]


def test_who_looked_up_before_a_purge_puts_nothing_into_the_hands_of_those_after(site, url):
    asked_often(site, url, region="RU", accept_encoding="br")
    store = site.cache.store
    before, (letters,) = store.at_hand, store.at_hand.answers
    store.purge(store._position + 1, {"anything"})
    before.add(letters, lasting(), WHOLE)
    assert before.answers[letters] == WHOLE
    assert letters not in store.at_hand.answers


def test_a_page_that_is_let_go_for_want_of_room_is_in_nobody_s_hand(site, url):
    asked_often(site, url, region="RU", accept_encoding="br")
    store = site.cache.store
    assert store.at_hand.answers
    store.limit = 0
    store._make_room()
    assert store.at_hand.answers == {}


def test_a_page_that_ends_within_the_instant_is_never_at_hand():
    at_hand = lasting_hand()
    at_hand.add(("soon over",), lasting(INSTANT / 2), WHOLE)
    at_hand.add(("lasting",), lasting(), WHOLE)
    assert list(at_hand.answers) == [("lasting",)]


def test_no_more_is_at_hand_than_fits():
    at_hand = lasting_hand()
    for number in range(MOST + 5):
        at_hand.add((number,), lasting(), WHOLE)
    assert len(at_hand.answers) == MOST


def lasting_hand():
    return AtHand(None, ready.monotonic() + 10)


def lasting(seconds=10.0):
    page = Ready()
    page.until = time() + seconds
    return page


@pytest.mark.django_db
@pytest.mark.parametrize("said", [{"region": "RU", "accept_encoding": "br"}, {}], ids=str)
def test_a_page_that_fails_says_nothing_of_who_asked(said, make_site):
    """What is at hand is looked up by letters, among them an address: none of it is logged."""

    def failing(environ, start_response):
        assert sys.exc_info() == (None, None, None)
        start_response("500 Internal Server Error", [("Content-Length", "0")])
        return [b""]

    assert make_site(failing).get("/en/", **said).status == 500
