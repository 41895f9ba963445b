"""The short way to a kept page: requests that were answered before, letter for letter.

What is remembered of a request never holds an address: where only that tells the place, the
request goes the long way. It is worth as long as the very page that was found then is kept: a
change of the law, of the story or of time ends that for every page concerned.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from articles.caching.answering import whole_answer
from articles.caching.encodings import chosen
from articles.caching.store import Entry, Headers, Key, Store

MOST = 20_000  # requests; beyond that all are forgotten, and learnt again
LONGEST = 64  # characters of Accept-Encoding: no browser says more
TOUCH_EVERY = 1.0  # seconds
Asked = tuple[str, ...]
# With one of these an answer depends on more than the page.
_MORE = ("HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_AUTHORIZATION")


class _Found:
    __slots__ = ("coding", "key", "serial", "touch_at", "until")

    def __init__(self, key: Key, entry: Entry, coding: str) -> None:
        """By number: the page itself is not to be held when the store lets it go."""
        self.key, self.serial, self.coding = key, entry.serial, coding
        self.until, self.touch_at = entry.fresh_for_all_until, 0.0


class Known:
    def __init__(self, store: Store, words_of: Callable[[dict[str, Any]], str | None]) -> None:
        self.store, self.words_of = store, words_of
        self._found: dict[Asked, _Found] = {}

    def asked(self, environ: dict[str, Any]) -> Asked | None:
        """The request as it stands there; None if it must go the long way."""
        if environ["REQUEST_METHOD"] != "GET":
            return None
        for name in _MORE:
            if name in environ:
                return None
        words = self.words_of(environ)
        if words is None:
            return None
        accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
        host, query = environ.get("HTTP_HOST", ""), environ.get("QUERY_STRING", "")
        return (host, environ["PATH_INFO"], query, environ["wsgi.url_scheme"], words, accepted)

    def answer(self, asked: Asked) -> tuple[str, Headers, bytes] | None:
        found = self._found.get(asked)
        if found is None:
            return None
        entry, now = self.store.get(found.key), time.time()
        if entry is None or entry.serial != found.serial or now >= found.until:
            self._found.pop(asked, None)
            return None
        if now >= found.touch_at:
            found.touch_at = now + TOUCH_EVERY
            self.store.touch(found.key)
        headers, body = whole_answer(entry, found.coding)
        return entry.status, headers, body

    def note(self, asked: Asked, key: Key, entry: Entry) -> None:
        """``entry`` answered ``asked``, if that was in normal form: odd ones are without number."""
        host, path, query, scheme, _words, accepted = asked
        if (host, path, query, scheme) != (*key[:3], key[4]) or len(accepted) > LONGEST:
            return
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[asked] = _Found(key, entry, chosen(accepted))
