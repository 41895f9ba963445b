"""The site behind a page cache of its own, asked as a server would ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from articles.caching.flights import Flights
from articles.caching.pagecache import PageCache
from articles.caching.ready import AtHand
from articles.caching.store import Store
from articles.caching.watch import watch
from tests.caching.kept_pages import is_made


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Site:
    """``made`` counts what Django was asked to make."""

    cache: PageCache
    made: list[str]

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        said: dict[str, object] = {}

        def start(status, fields, _exc=None):
            said.update(status=int(status[:3]), headers=dict(fields))

        body = b"".join(self.cache(environ_of(path, method, headers), start))
        return Reply(said["status"], said["headers"], body)


def environ_of(path: str, method: str = "GET", headers: dict[str, str] | None = None) -> dict:
    plain, _mark, query = path.partition("?")
    named = {f"HTTP_{name.upper()}": value for name, value in (headers or {}).items()}
    return {
        "REQUEST_METHOD": method, "PATH_INFO": unquote(plain), "QUERY_STRING": query,
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "SCRIPT_NAME": "", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "testserver",
        "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(),
        "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    } | named  # fmt: skip


MakeSite = Callable[..., Site]


@pytest.fixture
def hold_connection() -> Iterator[Callable[[], None]]:
    """A test's database lives in its connection: no request may close that.

    Django's test client makes them close it again: call this after its last request.
    """
    signals = (request_started, request_finished)

    def hold() -> None:
        for signal in signals:
            signal.disconnect(close_old_connections)

    hold()
    yield hold
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def make_site(settings, hold_connection) -> MakeSite:
    from newsroom.wsgi import RULES, places, zone_of

    settings.TRUSTED_PROXIES = ["127.0.0.1/32"]
    settings.REGION_HEADER = "Region"
    made_caches = []

    def make(
        application=None, limit=10_000_000, renderings=4, waiting=8, beside=8, shelf=None
    ) -> Site:
        made: list[str] = []
        django = application or WSGIHandler()

        def counting(environ, start_response):
            made.append(environ["PATH_INFO"])
            return django(environ, start_response)

        cache = PageCache(
            counting, zone_of, watch=watch, store=Store(limit), rules=RULES,
            flights=Flights(renderings, waiting, beside), places=places(), shelf=shelf,
        )  # fmt: skip
        made_caches.append(cache)
        return Site(cache, made)

    yield make
    for cache in made_caches:
        watch._listeners.remove(cache.store.purge)


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site()


@pytest.fixture
def soon() -> Callable[[], None]:
    """A hundred milliseconds of traffic later (in a test nothing commits, so nothing wakes)."""

    def pass_time() -> None:
        watch.due_at = watch._late_at = 0.0
        for purge in watch._listeners:
            if isinstance(store := getattr(purge, "__self__", None), Store):
                store.at_hand = AtHand()

    return pass_time


@pytest.fixture
def gone(site: Site, pages: dict[str, str], soon: Callable[[], None]) -> Callable[[], set[str]]:
    """Which of a test's own ``pages`` are made anew, a hundred milliseconds of traffic later."""

    def ask() -> set[str]:
        soon()
        site.cache.watch.look()
        return {name for name, path in pages.items() if is_made(site, path)}

    return ask
