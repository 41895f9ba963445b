"""How long after its commit a publish is what every reader gets, on PostgreSQL, under load.

The desk is a process of its own, the site has two; readers come by new connections, so that they
meet both. A page counts as changed from the first reader of a row of readers who all got the new
one, after the last old: "asked" is when that reader came, "seen" when the answer was there.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count
from statistics import quantiles

from benchmarks.load import under_load
from benchmarks.server import ROOT, running
from benchmarks.varnish import PLACE, edge_of, is_there, varnish_before
from tests.edge.servers import free_port
from tests.postgresql import embedded_server

PUBLISHES = 100
IN_A_ROW = 6
PATIENCE = 10.0  # seconds
# As our Varnish says it, and so as a trusted peer may.
DIRECT = {"Noticeplace": "DE"}
numbers = count(1)
# By page, for each publish: when the reader asked who got it first, and when it was there.
Delays = dict[str, list[tuple[float, float]]]


def report_visible() -> None:
    varnish = free_port()
    with embedded_server() as url:
        said = {
            "DATABASE_URL": url, "REGION_HEADER": "Noticeplace",
            "MEDIA_ROOT": f"{os.environ['MEDIA_ROOT']}-visible",
            "EDGE": edge_of(varnish) if is_there() else "",
        }  # fmt: skip
        _manage("migrate", "--verbosity", "0", environment=said)
        print(f"\n{'publish → visible, under load':<44}{'asked p50':>10}{'p99':>6}", end="")
        print(f"{'seen p50':>10}{'p99':>6}  (ms after the commit)")
        with _desk(said) as desk:
            story = _heard(desk)  # and with it the service that the server knows from its start
            with running(workers=2, **said) as server:
                _report("directly", _delays(desk, server.port, story, DIRECT))
                if is_there():
                    with varnish_before(server.port, varnish):
                        _report("through Varnish", _delays(desk, varnish, story, PLACE))


def _report(way: str, delays: Delays) -> None:
    for page, taken in delays.items():
        asked, seen = (quantiles(one, n=100) for one in zip(*taken, strict=True))
        print(f"{f'{page}, {way}':<44}{asked[49]:>10.0f}{asked[98]:>6.0f}", end="")
        print(f"{seen[49]:>10.0f}{seen[98]:>6.0f}")


def _delays(
    desk: subprocess.Popen[str], port: int, story: str, headers: Mapping[str, str]
) -> Delays:
    pages = {"story": story, "front": "/en/", "feed": "/en/rss.xml", "world page": "/"}
    delays: Delays = {page: [] for page in pages}
    see = partial(_seen, port, headers)
    for path in pages.values():  # kept, as pages are when something happens to them
        _shown(port, headers, path)
    with under_load(port, story, headers), ThreadPoolExecutor(len(pages)) as readers:
        for number in (next(numbers) for _publish in range(PUBLISHES)):
            committed = float(_heard(desk, str(number)))
            found = readers.map(partial(see, number), pages.values())
            for page, moments in zip(pages, found, strict=True):
                asked, seen = ((moment - committed) * 1000 for moment in moments)
                delays[page].append((asked, seen))
    return delays


def _seen(port: int, headers: Mapping[str, str], number: int, path: str) -> tuple[float, float]:
    """When the first reader asked and was answered since whom all get ``number``."""
    row: list[tuple[float, float]] = []
    end = time.monotonic() + PATIENCE
    while len(row) < IN_A_ROW:
        asked = time.monotonic()
        is_new = _shown(port, headers, path) == number
        row = [*row, (asked, time.monotonic())] if is_new else []
        if asked > end:
            raise RuntimeError(f"{path} does not show {number}")
    return row[0]


def _shown(port: int, headers: Mapping[str, str], path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        plain = {name: said for name, said in headers.items() if name != "Accept-Encoding"}
        connection.request("GET", path, headers=plain)
        found = re.search(rb"Count (\d+)", connection.getresponse().read())
    finally:
        connection.close()
    return int(found[1]) if found else 0


@contextmanager
def _desk(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.desk"], cwd=ROOT, env=os.environ | environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.stdin:
            process.stdin.close()
        process.wait(20)


def _heard(desk: subprocess.Popen[str], line: str = "") -> str:
    """What the desk answers to ``line``."""
    assert desk.stdin
    assert desk.stdout
    if line:
        desk.stdin.write(line + "\n")
    answer = desk.stdout.readline().strip()
    if not answer:
        raise RuntimeError("the desk has ended")
    return answer


def _manage(*arguments: str, environment: dict[str, str]) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True)
