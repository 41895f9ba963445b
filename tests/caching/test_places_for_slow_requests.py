"""Whoever is slow holds a place; there are fewer places than threads, and none is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice

import pytest

from articles.caching import flights as waits
from articles.caching.flights import Flights, TooMany


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(waits, "IN_LINE", 0.05)
    monkeypatch.setattr(waits, "PATIENCE", 0.05)
    monkeypatch.setattr(waits, "BLINK", 0.01)


def test_pages_wait_in_line_for_a_place_and_one_too_many_is_sent_away():
    flights = Flights(renderings=1, waiting=1, beside=1)
    with flights.only_one(("a",), may_wait=True) as is_first:
        assert is_first
        for _twice in range(2):
            with pytest.raises(TooMany), flights.only_one(("b",), may_wait=True):
                pass
    with flights.only_one(("b",), may_wait=True) as is_first:
        assert is_first, "every place was given back"


def test_with_a_stale_page_at_hand_nobody_waits_for_a_place():
    flights = Flights(renderings=1, waiting=0, beside=1)
    with flights.only_one(("a",), may_wait=True):
        with pytest.raises(TooMany), flights.only_one(("b",), may_wait=False):
            pass
        with flights.only_one(("a",), may_wait=False) as is_first:
            assert not is_first


def test_what_is_no_page_has_places_of_its_own():
    flights = Flights(renderings=1, waiting=1, beside=1)
    with flights.beside():
        with flights.only_one(("a",), may_wait=True) as is_first:
            assert is_first
        with pytest.raises(TooMany), flights.beside():
            pass
    with flights.beside():
        pass


def test_a_slow_desk_is_held_back_before_it_takes_every_thread(make_site, db, monkeypatch):
    go = threading.Event()

    def slow(environ, start_response):
        go.wait(10)
        start_response("200 OK", [])
        return [b""]

    site = make_site(application=slow, beside=2, waiting=1)
    monkeypatch.setattr(site.cache.watch, "look", lambda: None)
    with ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(site.get, "/admin/") for _number in range(6)]
        sent_away = [future.result() for future in islice(as_completed(asked), 4)]
        go.set()
        served = [future.result().status for future in asked].count(200)
    assert {(reply.status, reply.headers["Retry-After"]) for reply in sent_away} == {(503, "1")}
    assert served == 2


def test_one_who_waits_longer_than_patience_goes_on_alone():
    flights = Flights(renderings=2, waiting=2, beside=1)
    with flights.only_one(("a",), may_wait=True), flights.only_one(("a",), may_wait=True) as first:
        assert not first


def test_searches_leave_the_desk_its_places(make_site, db, monkeypatch):
    """However many search at once: a story can be killed meanwhile."""
    go = threading.Event()

    def slow_search(environ, start_response):
        if "/search/" in environ["PATH_INFO"]:
            go.wait(10)
        start_response("200 OK", [])
        return [b""]

    site = make_site(application=slow_search, beside=4, waiting=1)
    monkeypatch.setattr(site.cache.watch, "look", lambda: None)
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(site.get, f"/en/search/?q=word{number}") for number in range(8)]
        sent_away = [future.result().status for future in islice(as_completed(asked), 7)]
        desk = [site.get("/admin/").status for _number in range(3)]
        go.set()
        served = [future.result().status for future in asked].count(200)
    assert sent_away == [503] * 7
    assert desk == [200] * 3
    assert served == 1


def test_who_searches_while_others_do_waits_in_half_of_the_line(monkeypatch):
    monkeypatch.setattr(waits, "IN_LINE", 5)
    flights = Flights(renderings=1, waiting=2, beside=4)
    with ThreadPoolExecutor(1) as pool:

        def search():
            with flights.searching():
                return "found"

        with flights.searching():
            waiting = pool.submit(search)
            while flights._searches._value:
                pass
            with pytest.raises(TooMany), flights.searching():
                pass
            with flights.only_one(("a",), may_wait=True) as is_first:
                assert is_first
        assert waiting.result(5) == "found"
