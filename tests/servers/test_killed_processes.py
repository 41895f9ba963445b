"""``kill -9`` at the worst moments: nothing is lost, nothing stays locked, the others go on."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.caching.flights import PATIENCE
from tests.servers.asking import Line
from tests.servers.race import LATEST

# Less than a reader waits for somebody else's rendering: a lock that stayed would be seen.
SOON = PATIENCE - 2


@pytest.fixture
def doomed(site, desk):
    """A connection to a web process that may be killed; ``doomed(path)`` does it."""
    line = site.line_to(site.calm_worker())

    def ask(path):
        """The process dies over this request: there is no answer."""
        with pytest.raises(OSError, match=r"hung up|reset|closed"):
            line.get(path, "Region: DE", "Fate: die")

    return ask


def test_a_web_process_that_dies_between_commit_and_wake_up_loses_nothing(site, desk, doomed):
    """It published, nobody was woken; who asks 150 ms later sees what it published."""
    before = set(site.workers())
    doomed("/.publish/count/1000")
    time.sleep(LATEST)
    assert {read(site) for _again in range(30)} == {1000}
    site.wait()
    assert len(before & set(site.workers())) == site.size - 1
    assert {read(site) for _again in range(30)} == {1000}
    desk.number = 1000


def test_a_web_process_that_dies_while_it_renders_leaves_the_page_to_another(site, desk, doomed):
    """Whose readers wait for the file lock of the dead one, and get the page at once."""
    before = set(site.workers())
    desk.publish()  # the page is to be made anew
    time.sleep(LATEST)  # by now nobody may get the old one
    with ThreadPoolExecutor(13) as pool:
        death = pool.submit(doomed, site.path)
        while not site.is_dying():
            time.sleep(0.005)
        seen = list(pool.map(lambda _reader: read(site), range(12)))
        death.result()
    assert seen == [desk.number] * 12
    site.wait()
    assert len(before & set(site.workers())) == site.size - 1
    assert {read(site) for _again in range(30)} == {desk.number}


def read(site) -> int:
    """A browser asks once more when the process that it was connected to is gone."""
    for _try in range(3):
        line = Line(site.port, patience=SOON)
        try:
            return site.shown(*line.get(site.path, "Region: DE"))
        except ConnectionError:
            continue
        finally:
            line.hang_up()
    raise AssertionError("three connections in a row were cut")
