"""The page cache in front of Django: a WSGI application that answers hits by itself.

It knows neither the law nor the pages: ``zone_of`` says in which zone a request is, and a view
says by its note (caching/note.py) how long and under which tags its page may be kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from articles.caching.answering import Answer, answer, capture
from articles.caching.flights import Flights, TooMany
from articles.caching.note import KEY, Note
from articles.caching.page_key import Rules, is_cacheable, normal_query
from articles.caching.store import Entry, Key, Store
from articles.caching.watch import Watch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
BUSY = Answer("503 Service Unavailable", (("Retry-After", "1"), ("Cache-Control", "no-store")), b"")


class PageCache:
    def __init__(
        self,
        application: Application,
        zone_of: Callable[[Environ], str],
        *,
        watch: Watch,
        store: Store,
        rules: Rules,
        flights: Flights,
    ) -> None:
        self.application, self.zone_of, self.watch = application, zone_of, watch
        self.store, self.rules, self.flights = store, rules, flights
        watch.subscribe(store.purge)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not is_cacheable(environ, self.rules):
            return self.application(environ, start_response)
        environ["QUERY_STRING"] = normal_query(environ, self.rules)
        self.watch.look()
        key = self._key(environ)
        entry, now = self.store.get(key), time.time()
        if entry is not None and now < entry.fresh_until and not entry.is_dead(now):
            return answer(entry, environ, start_response)
        return self._missed(key, entry, environ, start_response)

    def _key(self, environ: Environ) -> Key:
        host = environ.get("HTTP_HOST", "").lower()
        scheme = environ["wsgi.url_scheme"]
        return (host, environ["PATH_INFO"], environ["QUERY_STRING"], self.zone_of(environ), scheme)

    def _missed(
        self, key: Key, stale: Entry | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """One rendering however many ask; who comes meanwhile gets the stale page or waits."""
        if stale is not None and stale.is_dead(time.time()):
            stale = None
        try:
            with self.flights.only_one(key, may_wait=stale is None) as is_first:
                if is_first:
                    return self._render(key, stale, environ, start_response)
        except TooMany:
            return stale_or_busy(stale, environ, start_response)
        found = self.store.get(key) or stale
        if found is not None:
            return answer(found, environ, start_response)
        return self.application(environ, start_response)

    def _render(
        self, key: Key, stale: Entry | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        position = self.watch.position  # from before the rendering
        note = environ[KEY] = Note()
        made = capture(self.application, environ)
        if made.is_failure and stale is not None:
            return answer(stale, environ, start_response)
        entry = made.entry(note)
        if entry is None:
            return made.send(start_response, environ)
        self.store.keep(key, entry, position)
        return answer(entry, environ, start_response)


def stale_or_busy(
    stale: Entry | None, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    return answer(stale, environ, start_response) if stale else BUSY.send(start_response, environ)
