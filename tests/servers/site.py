"""A newsroom of its own on a real granian with several workers, asked and changed from outside."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Site:
    port: int
    pid: int
    environment: dict[str, str]
    path: str = ""

    def get(self, path: str = "", connection=None, **headers: str) -> tuple[int, bytes]:
        asked = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        asked.request("GET", path or self.path, headers=headers)
        reply = asked.getresponse()
        return reply.status, reply.read()

    def number(self, connection=None, path: str = "") -> int:
        """Which publish the reader sees."""
        status, body = self.get(path, connection, Region="DE")
        assert status == 200, status
        return int(re.search(rb"Count (\d+)", body)[1])

    def workers(self) -> list[int]:
        """Not the helper that multiprocessing keeps beside them."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/children")
        listed = [pid for task in tasks for pid in task.read_text().split()]
        lines = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in listed}
        return [int(pid) for pid, line in lines.items() if b"resource_tracker" not in line]

    def kill_a_worker(self) -> None:
        os.kill(self.workers()[0], signal.SIGKILL)

    def wait(self) -> None:
        for _try in range(300):
            try:
                if self.get("/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("the server does not answer")


@contextmanager
def editor(site: Site) -> Iterator[subprocess.Popen]:
    """A desk in another process (tests/servers/desk.py): a line in, a publish, a line out."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.desk"], cwd=ROOT, env=site.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip
    try:
        site.path = process.stdout.readline().strip()
        yield process
    finally:
        process.stdin.close()
        process.wait(20)


def say(desk: subprocess.Popen, line: str) -> str:
    desk.stdin.write(line + "\n")
    desk.stdin.flush()
    return desk.stdout.readline().strip()


@contextmanager
def serving(folder: Path, database: str, workers: int = 2) -> Iterator[Site]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ} | {
        "ENV_FILE": "", "SECRET_KEY": "a key for the servers' tests", "DATABASE_URL": database,
        "MEDIA_ROOT": str(folder / "media"), "STATIC_ROOT": str(folder / "static"),
        "TRUSTED_PROXIES": "127.0.0.1/32", "REGION_HEADER": "Region",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }  # fmt: skip
    from articles.management.server import server_command

    run = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(run, cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(server_command(port, workers=workers), cwd=ROOT, env=environment)
    site = Site(port, process.pid, environment)
    try:
        site.wait()
        yield site
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
