"""The page cache in front of Django: a WSGI application that answers hits by itself.

It knows neither the law nor the pages: ``zone_of`` says in which zone a request is, and a view
says by its note (caching/note.py) how long and under which tags its page may be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic, time
from typing import Any

from django.db import Error

from articles.caching.answering import Answer, answer, capture
from articles.caching.counter import counter
from articles.caching.flights import PATIENCE, Flights, TooMany
from articles.caching.known import Known, Places
from articles.caching.note import KEY, Note
from articles.caching.page_key import Rules, is_cacheable, is_readers, normal_query
from articles.caching.ready import AtHand
from articles.caching.shelf import NoShelf, Place, Shelf
from articles.caching.store import Entry, Key, Store
from articles.caching.watch import Watch

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
BUSY = Answer("503 Service Unavailable", (("Retry-After", "1"), ("Cache-Control", "no-store")), b"")
Busy = Callable[[Environ], Answer]
MOST_UNKEPT = 1_000
TRIES = 3  # renderings that a waiting reader sees spoilt by a purge before the next is for all


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
        places: Places | None = None,
        shelf: Shelf | NoShelf | None = None,
        busy: Busy = lambda _environ: BUSY,
    ) -> None:
        self.application, self.zone_of, self.watch = application, zone_of, watch
        self.store, self.rules, self.flights = store, rules, flights
        self.shelf, self.busy = shelf or NoShelf(), busy
        self.known, self._count = Known(store, places or Places()), counter().read
        self._letters, self._own = self.known.letters, self.known.places.own
        # Answers that were not to be kept when last made: nobody waits for one of them twice.
        self._unkept: set[Key] = set()
        store.begin(watch.position)
        watch.subscribe(store.purge)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """What is at hand costs hardly more than this: no more is touched than needed."""
        at_hand = self.store.at_hand
        if at_hand.seen != self._count() or monotonic() >= at_hand.until:
            at_hand = self._looked()
        if (
            "HTTP_COOKIE" in environ
            or "HTTP_IF_NONE_MATCH" in environ
            or "HTTP_AUTHORIZATION" in environ
            or self._own in environ
        ):
            return self._long_way(environ, start_response)
        try:
            whole = at_hand.answers.get(self._letters(environ))
        except KeyError:  # not everybody says all that may be asked
            whole = None
        if whole is None:  # not within the handler: a page's failure must not tell of the letters
            return self._by_page(environ, start_response, at_hand)
        status, headers, body = whole
        start_response(status, headers.copy())  # a server may do with its list what it likes
        return [body]

    def _looked(self) -> AtHand:
        """At the ledger, where that is due; from here on there is something at hand again."""
        self.watch.look()
        self.store.at_hand = at_hand = AtHand(self.watch.seen, self.watch.due_at)
        return at_hand

    def _by_page(
        self, environ: Environ, start_response: StartResponse, at_hand: AtHand
    ) -> Iterable[bytes]:
        whole = self.known.answer(environ, at_hand)
        if whole is None:
            return self._long_way(environ, start_response)
        status, headers, body = whole
        start_response(status, headers.copy())
        return [body]

    def _long_way(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not is_cacheable(environ, self.rules):
            return self._beside(environ, start_response)
        asked = self.known.asked(environ)
        try:
            key = self._key(environ)
        except Error:  # a process that knows no law yet, and no database to ask
            return self.busy(environ).send(start_response, environ)
        entry, now = self.store.get(key), time()
        if entry is None or now >= entry.fresh_for_all_until:
            return self._missed(key, environ, start_response)
        if now >= entry.ready.until:
            self.store.renew(key, entry.ready, now)
        if asked is not None:
            self.known.note(asked, key, entry)
        return answer(entry, environ, start_response)

    def _key(self, environ: Environ) -> Key:
        """Brings the request into normal form, too: who asks oddly must not shape others' page."""
        host = environ["HTTP_HOST"] = environ.get("HTTP_HOST", "").lower()
        query = environ["QUERY_STRING"] = normal_query(environ, self.rules)
        scheme = environ["wsgi.url_scheme"]
        return (host, environ["PATH_INFO"], query, self.zone_of(environ), scheme)

    def _beside(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Readers' searches have some of the places alone: they must not keep the desk out."""
        is_search = is_readers(environ, self.rules) and not is_cacheable(environ, self.rules)
        place = self.flights.searching if is_search else self.flights.beside
        try:
            with place():
                return self.application(environ, start_response)
        except TooMany:
            return self.busy(environ).send(start_response, environ)

    def _missed(self, key: Key, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """One rendering however many ask; who comes meanwhile gets the stale page or waits."""
        for _try in range(TRIES):
            stale = self._alive(key)
            try:
                with self.flights.only_one(key, may_wait=stale is None) as is_first:
                    if is_first:
                        return self._made(key, stale, environ, start_response)
            except TooMany:
                return self._kept_or_busy(key, environ, start_response)
            if found := self._alive(key) or stale:
                return answer(found, environ, start_response)
            if key in self._unkept:
                break
        return self._beside(environ, start_response)

    def _kept_or_busy(
        self, key: Key, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        if found := self._alive(key):
            return answer(found, environ, start_response)
        return self.busy(environ).send(start_response, environ)

    def _alive(self, key: Key) -> Entry | None:
        entry = self.store.get(key)
        return None if entry is None or entry.is_dead(time()) else entry

    def _made(
        self, key: Key, stale: Entry | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        """By another process just now, or by us; with a stale page at hand nobody waits."""
        with self.shelf.place(key, 0.0 if stale else PATIENCE) as place:
            if place is None and stale is not None and self.shelf.is_shared:
                return answer(stale, environ, start_response)
            if place is not None and (shared := place.take()) and self.store.keep(key, *shared):
                return answer(shared[0], environ, start_response)
            return self._rendered(key, place, environ, start_response)

    def _rendered(
        self, key: Key, place: Place | None, environ: Environ, start_response: StartResponse
    ) -> Iterable[bytes]:
        position = self.watch.position  # from before the rendering
        note = environ[KEY] = Note()
        made = capture(self.application, environ)
        if made.is_failure and (kept := self._alive(key)):
            return answer(kept, environ, start_response)
        entry = made.entry(note)
        if entry is None:
            if len(self._unkept) >= MOST_UNKEPT:
                self._unkept.clear()
            self._unkept.add(key)
            return made.send(start_response, environ)
        self._unkept.discard(key)
        # Whoever asks with parameters, which can be made up, does not drive out whole fronts.
        if self.store.keep(key, entry, position, is_first=bool(key[2])) and place is not None:
            place.put(entry, position)
        return answer(entry, environ, start_response)
