"""Many publish, many read: nobody is shown what is old, and nothing old is kept.

RACE_SECONDS says how long (15 as it comes; a minute for 100,000 reads).
"""

import os
import time

from tests.servers.race import LATEST, Race

SECONDS = float(os.environ.get("RACE_SECONDS", "15"))
BURST = 2.5


def test_no_read_is_old_and_no_page_is_kept_from_old_data(site, desk, record_property):
    old = []
    with Race(site) as race:
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            race.burst(BURST)
            time.sleep(LATEST)
            old += kept_from_old_data(site, race)
        newest = {one.word: one.read() for one in race.desks}
    figures = race.figures()
    record_property("race", str(figures))
    print(f"\nrace: {figures}")
    assert newest == {one.word: one.number for one in race.desks}
    assert (figures.too_old, figures.failed, old) == ([], [], [])
    assert figures.reads > 100 * SECONDS


def kept_from_old_data(site, race):
    """In whichever process: while nobody publishes, each page that is kept shows the newest."""
    newest = {one.word: one.number for one in race.desks}
    return [
        page
        for page in pages_of_the_race(site, race, newest)
        if any(page[2].get(word, number) < number for word, number in newest.items())
    ]


def pages_of_the_race(site, race, newest):
    """Of every process, once each has made all of them again."""
    for _try in range(100):
        kept = [(pid, key, seen) for pid, of in site.kept().items() for key, seen in of.items()]
        pages = [page for page in kept if page[2].keys() & newest.keys()]
        if len(pages) >= site.size * len(race.paths):
            return pages
        time.sleep(0.1)
    raise AssertionError(f"pages are made and not kept: {kept}")
