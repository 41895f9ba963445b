"""How long it takes to throw out the 3,000 pages of one tag, with as many others beside them."""

from __future__ import annotations

import time

from django.db import transaction
from django.utils import timezone

from articles.caching import ledger
from articles.caching.answering import whole_answer
from articles.caching.store import Entry, Key, Store
from articles.caching.watch import Watch

PAGES = 3_000
ROUNDS = 9
SIZES = {"": 17_000, "gzip": 5_000, "br": 4_500}  # bytes
TAG = "front-en"


def report_purging() -> None:
    """The best of several rounds: what it takes when nothing else runs."""
    watch, store = Watch(), Store(1_000_000_000)
    watch.subscribe(store.purge)
    rounds = [_round(watch, store) for _again in range(ROUNDS)]
    purging, finding = (min(taken) for taken in zip(*rounds, strict=True))
    print(f"\n{f'purge of a tag on {PAGES:,} of {2 * PAGES:,} pages':<44}{'ms':>8}")
    print(f"{'the ledger read, the tag purged':<44}{purging * 1000:>8.2f}")
    each = finding / (2 * PAGES) * 1e6
    print(f"then {each:.0f} µs for the next question for each page, most of it to free its memory")


def _round(watch: Watch, store: Store) -> tuple[float, float]:
    """Seconds until the purge is done, and then until every page was asked for."""
    watch.look()
    _fill(store, watch.position)
    with transaction.atomic():
        ledger.write({TAG}, now=timezone.now())
    started = time.perf_counter()
    watch.look()
    purged = time.perf_counter()
    left = sum(store.get(_key(number)) is not None for number in range(2 * PAGES))
    found = time.perf_counter()
    if left != PAGES:
        raise RuntimeError(f"{left} pages are left instead of {PAGES}")
    return purged - started, found - purged


def _fill(store: Store, position: int) -> None:
    store.clear()
    for number in range(2 * PAGES):
        tags = {f"story-{number}", f"group-{number}", "standing", "notices"}
        tags |= {TAG} if number % 2 else {f"section-{number % 20}"}
        bodies = {coding: bytes(size) for coding, size in SIZES.items()}
        entry = Entry("200 OK", (), "e", bodies, frozenset(tags), 9e9, None)
        whole_answer(entry, "br")
        store.keep(_key(number), entry, position)


def _key(number: int) -> Key:
    return ("localhost", f"/{number}", "", "0", "http")
