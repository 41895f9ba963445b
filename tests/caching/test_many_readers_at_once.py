"""One rendering however many ask; slow pages starve nobody; kept pages outlive the database."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.caching.note import KEY

PAGE = [("Content-Type", "text/html"), ("ETag", '"one"'), ("Vary", "Noticezone")]


class Slow:
    """An application whose pages take as long as a test says."""

    def __init__(self) -> None:
        self.made, self.status, self.go = [], "200 OK", threading.Event()
        self.fresh_for = 300.0
        self.go.set()

    def __call__(self, environ, start_response):
        self.made.append(environ["PATH_INFO"])
        self.go.wait(10)
        note = environ[KEY]
        note.tags, note.fresh_until = {"story-1"}, time.time() + self.fresh_for
        start_response(self.status, PAGE)
        return [f"{environ['PATH_INFO']} {len(self.made)}".encode()]


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def busy(make_site, slow, db, monkeypatch):
    """Its threads share no database: neither zone nor ledger is asked."""
    site = make_site(application=slow, renderings=2, waiting=600)
    monkeypatch.setattr(site.cache, "zone_of", lambda _environ: "0")
    monkeypatch.setattr(site.cache.watch, "look", lambda: None)
    monkeypatch.setattr(site.cache.watch, "position", 0)
    return site


def ask_at_once(site, number, path="/en/"):
    with ThreadPoolExecutor(number) as pool:
        return [future.result() for future in [pool.submit(site.get, path) for _ in range(number)]]


def test_five_hundred_readers_of_a_cold_page_cost_one_rendering(busy, slow):
    slow.go.clear()
    threading.Timer(0.3, slow.go.set).start()
    replies = ask_at_once(busy, 500)
    assert {reply.status for reply in replies} == {200}
    assert len({reply.body for reply in replies}) == 1
    assert len(slow.made) == 1


def test_slow_pages_do_not_keep_readers_from_kept_ones(busy, slow):
    busy.get("/kept/")
    slow.go.clear()
    with ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(busy.get, f"/slow/{number}/") for number in range(6)]
        assert busy.get("/kept/").status == 200
        busy_replies = [future.result().status for future in waiting[2:]]
        slow.go.set()
    assert busy_replies == [503] * 4
    assert len(slow.made) == 3


def test_a_page_past_its_time_is_served_while_one_reader_makes_it_anew(busy, slow):
    slow.fresh_for = -1
    busy.get("/en/")
    slow.go.clear()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(busy.get, "/en/")
        while len(slow.made) < 2:
            time.sleep(0.01)
        assert busy.get("/en/").body == b"/en/ 1"
        slow.go.set()
        assert first.result().body == b"/en/ 2"


@pytest.mark.parametrize("status", ["500 Internal Server Error", "503 Service Unavailable"])
def test_a_failure_is_answered_with_the_page_that_is_kept(status, busy, slow):
    slow.fresh_for = -1
    busy.get("/en/")
    slow.status = status
    assert busy.get("/en/").body == b"/en/ 1"
    assert busy.get("/other/").status == int(status[:3])


def test_a_failure_is_never_kept(busy, slow):
    slow.status = "500 Internal Server Error"
    busy.get("/en/")
    slow.status = "200 OK"
    assert busy.get("/en/").status == 200


def test_beyond_its_law_no_page_is_served_not_even_for_want_of_another(busy, slow, monkeypatch):
    busy.get("/en/")
    key, entry = next(iter(busy.cache.store._entries.items()))
    from dataclasses import replace

    busy.cache.store._entries[key] = replace(entry, dead_at=time.time() - 1)
    slow.status = "500 Internal Server Error"
    assert busy.get("/en/").status == 500


def test_an_application_that_raises_leaves_the_way_free(busy, slow, monkeypatch):
    def fail(environ, start_response):
        raise OSError("the disk is gone")

    monkeypatch.setattr(busy.cache, "application", fail)
    for _twice in range(2):
        with pytest.raises(OSError, match="disk"):
            busy.get("/en/")


def test_a_purge_during_a_rendering_is_not_lost(busy, slow):
    slow.go.clear()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(busy.get, "/en/")
        while not slow.made:
            time.sleep(0.01)
        busy.cache.store.purge(busy.cache.watch.position + 1, {"story-1"})
        slow.go.set()
        asked.result()
    assert len(busy.cache.store) == 0


def test_with_the_database_away_kept_pages_are_served(site, url, soon, monkeypatch):
    from django.db import OperationalError

    from articles.caching import ledger

    page = site.get(url)

    def away(_seen):
        raise OperationalError("connection refused")

    monkeypatch.setattr(ledger, "read_on", away)
    monkeypatch.setattr("articles.caching.watch.connection.close", lambda: None)
    soon()
    assert site.get(url) == page
    assert site.made == [url]


def test_the_counter_wakes_every_process(tmp_path):
    from articles.caching.counter import Counter

    here, there = Counter(tmp_path / "ledger.counter"), Counter(tmp_path / "ledger.counter")
    before = there.read()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _number: here.bump(), range(200)))
    assert there.read() != before
    assert int.from_bytes(there.read(), "big") == 200


def test_without_a_place_for_the_counter_the_clock_is_enough(tmp_path):
    from articles.caching.counter import Counter

    (tmp_path / "file").write_text("")
    counter = Counter(tmp_path / "file" / "ledger.counter")
    counter.bump()
    assert counter.read() == b""
