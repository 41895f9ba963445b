"""The site as it is served, with doors for the tests: what is kept, who writes, and how to die.

``Fate: die`` kills the web process in the middle of a rendering; ``Fate: slow`` lets a rendering
last, so that a purge finds it under way.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from pathlib import Path

from newsroom.wsgi import django_application, with_edge, with_page_cache

made: list[str] = []  # the paths that Django answered
COUNT = re.compile(rb"Count-(\w+) (\d+)")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def rendering(environ, start_response):
    """Django, read to its end: the page is made, and nobody has it yet."""
    made.append(environ["PATH_INFO"])
    page = [b"".join(django_application(environ, start_response))]
    fate = environ.get("HTTP_FATE")
    if fate == "die":
        Path(os.environ["MEDIA_ROOT"], "dying").touch()
        time.sleep(0.5)
        die()
    if fate == "slow":
        time.sleep(random.uniform(0, 0.06))
    return page


cache = with_page_cache(rendering)
site = with_edge(cache)


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/.kept":
        return told(kept(), start_response)
    if path.startswith("/.publish/"):
        _empty, _verb, word, number = path.split("/")
        return told(published(word, number, environ.get("HTTP_FATE")), start_response)
    return site(environ, start_response)


def kept() -> dict:
    """Every page of this process with the numbers that it shows: ``{"race": 7}``.

    As a reader finds it: a process that nobody has asked for a while looks at the ledger first.
    """
    cache.watch.look()
    pages = {}
    for key in list(cache.store._entries):
        if (entry := cache.store.get(key)) is None:
            continue  # purged: never served, and not yet swept
        counts = COUNT.findall(entry.bodies[""])
        pages[" ".join(key)] = {word.decode(): int(number) for word, number in counts}
    return {"pid": os.getpid(), "pages": pages, "made": len(made)}


def published(word: str, number: str, fate: str | None) -> dict:
    """By this web process; with a fate, it dies after its commit and before it wakes anybody."""
    from articles.caching.counter import Counter
    from articles.caching.lending import lending
    from tests.servers import desk

    if fate == "die":
        Counter.bump = lambda _self: die()
    with lending.borrowed():
        desk.put_on_air(desk.story_called(word), number)
    return {"pid": os.getpid()}


def told(answer: dict, start_response):
    body = json.dumps(answer).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
