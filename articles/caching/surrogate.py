"""What an edge is told of a page: how long, under which tags and for which zone to keep it.

A view leaves one header of ours on its answer, which the page cache keeps with the page. This WSGI
layer, in front of both, turns it into ``Surrogate-Control``, ``Surrogate-Key`` and ``Noticezone``
for a trusted edge, with the life that is left *now*; nobody else ever sees any of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings

from articles.caching.page_key import Rules, is_cacheable
from articles.caching.tags import file as tag_of_file
from articles.caching.watch import Watch

LIFE = "Newsroom-Life"
# Where an edge learns the zone of a reader's place.
ZONE_PATH = "/.zone"
# Seconds that a page may be shown while the origin is down; never beyond the law it was made under.
LONGEST_STALE = 86_400
NO_STORE = ("Surrogate-Control", "no-store")

Environ = dict[str, Any]
Header = tuple[str, str]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def life_of(tags: Iterable[str], zone: str, fresh_until: datetime, dead_at: datetime | None) -> str:
    """The value of our own header: moments, not seconds, for a page may be kept before it goes."""
    dead = f"{dead_at.timestamp()}" if dead_at else "-"
    return " ".join([f"{fresh_until.timestamp()}", dead, zone, *sorted(tags)])


class Surrogate:
    def __init__(
        self,
        application: Application,
        is_edge: Callable[[Environ], bool],
        *,
        watch: Watch,
        rules: Rules,
    ) -> None:
        self.application, self.is_edge = application, is_edge
        self.watch, self.rules = watch, rules

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        edge = self.is_edge(environ)
        if not edge and environ["PATH_INFO"] == ZONE_PATH:
            return _not_here(start_response)
        self.watch.look()
        position = self.watch.position  # from before: what is answered is at least as new
        may_keep = edge and is_cacheable(environ, self.rules)

        def start(status: str, headers: list[Header], *exc_info: Any) -> Any:
            life = next((value for name, value in headers if name == LIFE), "")
            told = [header for header in headers if header[0] != LIFE]
            if edge:
                path = environ["PATH_INFO"]
                told += surrogates(life if may_keep else "", told, position, path)
            return start_response(status, told, *exc_info)

        return self.application(environ, start)


def surrogates(life: str, headers: Iterable[Header], position: int, path: str = "") -> list[Header]:
    """Without a life: not to be kept, unless it is a file that is the same for everybody."""
    if not life:
        return _key_of_file(path) if _is_for_everybody(headers) else [NO_STORE]
    fresh_until, dead_at, zone, *tags = life.split(" ")
    return [
        ("Surrogate-Control", _control(float(fresh_until), dead_at, time.time())),
        ("Surrogate-Key", " ".join(tags)),
        ("Surrogate-Position", str(position)),
        ("Noticezone", zone),
    ]


def _control(fresh_until: float, dead_at: str, now: float) -> str:
    """Whole seconds, rounded down: a boundary of the law is never passed."""
    left = LONGEST_STALE if dead_at == "-" else max(int(float(dead_at) - now), 0)
    age = min(max(int(fresh_until - now), 0), left)
    stale = min(left - age, LONGEST_STALE)
    return f"max-age={age}" + (f", stale-if-error={stale}" if stale else "")


def _key_of_file(path: str) -> list[Header]:
    """A photo's file can be withdrawn, too; style sheets stay."""
    if not path.startswith(settings.MEDIA_URL):
        return []
    return [("Surrogate-Key", tag_of_file(path.removeprefix(settings.MEDIA_URL)))]


def _is_for_everybody(headers: Iterable[Header]) -> bool:
    return any(name.lower() == "cache-control" and "public" in value for name, value in headers)


def _not_here(start_response: Callable[..., Any]) -> Iterable[bytes]:
    headers = [("Content-Type", "text/plain"), ("Content-Length", "0")]
    start_response("404 Not Found", [*headers, ("Cache-Control", "no-store")])
    return []
