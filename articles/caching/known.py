"""The short way to a kept page: requests that were answered before, letter for letter.

What is remembered of a request never holds a reader's address: where that tells the place, what
was found by it stands instead. It is worth as long as the very page that was found then is kept:
a change of the law, of the story or of time ends that for every page concerned.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from time import time
from typing import Any

from articles.caching.answering import whole_answer
from articles.caching.encodings import chosen
from articles.caching.ready import INSTANT, AtHand, Ready, Whole
from articles.caching.store import Entry, Key, Store

MOST = 20_000  # requests; beyond that all are forgotten, and learnt again
LONGEST = 64  # characters of Accept-Encoding: no browser says more
# All that an answer may depend on but the place, as it was sent.
SENT = (
    "REQUEST_METHOD", "HTTP_HOST", "PATH_INFO", "QUERY_STRING", "wsgi.url_scheme",
    "HTTP_ACCEPT_ENCODING",
)  # fmt: skip
# With one of these an answer depends on more than the page: nothing is noted.
ODD = ("HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_AUTHORIZATION")
Environ = dict[str, Any]
# A request's letters; where an address decides, beside them what was found by it.
Asked = tuple[Any, ...]


@dataclass(frozen=True)
class Places:
    """What in a request may decide its place, as whoever knows the law says (newsroom/wsgi.py)."""

    said: tuple[str, ...] = ()  # keys of the environment, the country's first
    own: str = ""  # another, by which our own code says a place
    edges: Set[str] = frozenset()  # the peers found to be ours up to now, who alone are believed
    is_plain: Callable[[Environ], bool] = lambda _environ: False  # whether ``said`` surely decide
    # What the address decides by, where none of ``said`` says anything; None: that is not sure.
    found: Callable[[Environ], tuple[str, ...] | None] = lambda _environ: None


class Known:
    def __init__(self, store: Store, places: Places) -> None:
        self.store, self.places, self.edges = store, places, places.edges
        self._names = (*SENT, *places.said)
        self._found: dict[Asked, tuple[Ready, str, Key]] = {}
        # What decides alone where the answer is at hand; KeyError: not everybody sends all of it.
        self.letters = itemgetter(*self._names, "REMOTE_ADDR")
        self._odd = {*ODD, places.own}

    def answer(self, environ: Environ, at_hand: AtHand) -> Whole | None:
        """The page's that answered this before, if it is still the one; then it is at hand, too."""
        asked = self.asked(environ)
        found = self._found.get(asked) if asked else None
        if asked is None or found is None:
            return None
        ready, coding, key = found
        whole, now = ready.answers.get(coding), time()
        is_sure = ready.purges == self.store.purges and now < ready.until - INSTANT
        if not is_sure and not self.store.renew(key, ready, now):
            self._found.pop(asked, None)
            return None
        if whole and isinstance(asked[0], str):  # the letters alone decided: they are an edge's
            with suppress(KeyError):
                at_hand.add(self.letters(environ), ready, whole)
        return whole

    def asked(self, environ: Environ) -> Asked | None:
        """For ``note``: the request as it stands there; None if it must go the long way."""
        return self._asked(environ) if self._odd.isdisjoint(environ) else None

    def note(self, asked: Asked, key: Key, entry: Entry) -> None:
        """``entry`` answered ``asked``, if that was in normal form: odd ones are without number."""
        letters = asked[0] if isinstance(asked[0], tuple) else asked
        host, path, query, scheme, accepted = letters[1 : len(SENT)]
        if (host, path, query, scheme) != (*key[:3], key[4]) or len(accepted or "") > LONGEST:
            return
        if len(self._found) >= MOST:
            self._found.clear()
        coding = chosen(accepted or "")
        whole_answer(entry, coding)
        self._found[asked] = (entry.ready, coding, key)

    def _asked(self, environ: Environ) -> Asked | None:
        letters = tuple(map(environ.get, self._names))
        if letters[0] != "GET":
            return None
        if not any(letters[len(SENT) :]):
            found = self.places.found(environ)
            return None if found is None else (letters, found)
        is_edge = environ.get("REMOTE_ADDR") in self.edges
        return letters if is_edge and self.places.is_plain(environ) else None
