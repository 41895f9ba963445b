"""A Varnish of the benchmark's own, and what it costs it to know zones."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.contest import Contender, hold
from benchmarks.server import Server, running
from tests.edge.servers import SITE, free_port, varnish_in
from tests.run import has_varnish as is_there

MISSING = "no Varnish here: apt-get install varnish varnish-modules"
PACKED = {"Accept-Encoding": "gzip, deflate, br, zstd"}
# The front before Varnish says where a reader is (SITE).
PLACE = {"CF-IPCountry": "DE", **PACKED}
ADDRESS = {"X-Forwarded-For": "77.88.55.242", **PACKED}
FILE = "bench.bin"


def edge_of(port: int) -> str:
    return f"varnish http://127.0.0.1:{port}"


@contextmanager
def varnish_before(origin: int, port: int) -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-edge-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        (folder / "site.vcl").write_text(SITE.format(origin=origin))
        varnish = varnish_in(folder, port)
        varnish.start()
        try:
            yield Server(port, varnish.process.pid)
        finally:
            varnish.stop()


def report_varnish(story: str) -> None:
    """Pages by zone beside a file that is the same for everybody, of as many bytes."""
    if not is_there():
        print(f"\nthrough Varnish: {MISSING}")
        return
    port = free_port()
    said = {"REGION_HEADER": "Noticeplace", "EDGE": edge_of(port)}
    with running(**said) as origin:
        packed = len(origin.get(story, origin.connect(), {"Accept-Encoding": "gzip"}))
    static = Path(os.environ["STATIC_ROOT"])
    static.mkdir(parents=True, exist_ok=True)
    (static / FILE).write_bytes(os.urandom(packed))
    with running(**said) as origin, varnish_before(origin.port, port) as varnish:
        _report(varnish, story, packed)
    (static / FILE).unlink()


def _report(varnish: Server, story: str, size: int) -> None:
    contenders = [
        static := Contender("a static file of the same size", f"/static/{FILE}", PLACE),
        Contender("story by zone, place said by a front", story, PLACE),
        Contender("story by zone, origin asked for the place", story, ADDRESS),
    ]
    hold(contenders, varnish.port, varnish.cpu_seconds)
    print(f"\n{f'through Varnish, {size:,} bytes packed':<44}{'req/s':>8}{'of file':>8}", end="")
    print(f"{'CPU-ms':>8}{'of file':>8}")
    for one in contenders:
        print(f"{one.name:<44}{one.speed:>8,.0f}{one.of(static):>8.2f}", end="")
        print(f"{one.cost:>8.3f}{one.frugality(static):>8.2f}")
