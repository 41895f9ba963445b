"""A granian of the benchmark's own, and the CPU time that it and its workers have used."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from articles.management.server import server_command

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    port: int
    pid: int

    def cpu_seconds(self) -> float:
        return sum(_cpu(pid) for pid in _family(self.pid))

    def get(
        self,
        path: str,
        connection: http.client.HTTPConnection,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        connection.request("GET", path, headers=dict(headers or {}))
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answers {response.status}")
        return body

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)


@contextmanager
def running(*, workers: int = 1, **environment: str) -> Iterator[Server]:
    """Serve on a free port until the block ends; with ``PAGE_CACHE_BYTES="0"`` without cache."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = server_command(port, workers=workers, application="benchmarks.wsgi:application")
    # What it logs does not belong among the figures.
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=sys.stderr)
    try:
        server = Server(port, process.pid)
        _wait(server)
        yield server
    finally:
        process.terminate()
        process.wait(10)


def _wait(server: Server) -> None:
    for _try in range(600):
        try:
            server.get("/bench/constant", server.connect())
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server does not answer.")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [pid]
    for child in children.read_text().split():
        found += _family(int(child))
    return found


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
