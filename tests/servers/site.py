"""A newsroom of its own on a real granian with several workers, asked and changed from outside."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.asking import Line

ROOT = Path(__file__).resolve().parents[2]
CALM = 6.0  # seconds
APPLICATION = "tests.servers.application:application"


@dataclass
class Site:
    port: int
    pid: int
    environment: dict[str, str]
    log: Path
    path: str = ""
    size: int = 2

    def get(self, path: str = "", connection=None, **headers: str) -> tuple[int, bytes]:
        asked = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        asked.request("GET", path or self.path, headers=headers)
        reply = asked.getresponse()
        return reply.status, reply.read()

    def number(self, connection=None, path: str = "") -> int:
        """Which publish the reader sees."""
        return self.shown(*self.get(path, connection, Region="DE"))

    @staticmethod
    def shown(status: int, body: bytes) -> int:
        assert status == 200, status
        return int(re.search(rb"Count-count (\d+)", body)[1])

    def kept(self) -> dict[int, dict[str, dict[str, int]]]:
        """What each web process keeps: pages by key, with the numbers that they show."""
        found: dict[int, dict[str, dict[str, int]]] = {}
        workers = set(self.workers())
        for _try in range(500):
            said = json.loads(self.get("/.kept")[1])
            found[said["pid"]] = said["pages"]
            if found.keys() >= workers:
                return found
        raise AssertionError(f"only {found.keys()} of {workers} answered")

    def workers(self) -> list[int]:
        """Not the helper that multiprocessing keeps beside them."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/children")
        listed = [pid for task in tasks for pid in task.read_text().split()]
        lines = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in listed}
        return [int(pid) for pid, line in lines.items() if b"resource_tracker" not in line]

    def calm_worker(self) -> int:
        """The web process that runs longest: the one to kill.

        granian gives up when one dies a few seconds after it took the place of another.
        """
        oldest = min(self.workers(), key=started_at)
        time.sleep(max(0, started_at(oldest) + CALM - time.clock_gettime(time.CLOCK_BOOTTIME)))
        return oldest

    @staticmethod
    def told(line: Line) -> dict[str, Any]:
        """What the process at the other end keeps, and how often it asked Django."""
        return json.loads(line.get("/.kept")[1])

    def is_dying(self) -> bool:
        """Whether a web process is in the rendering that it will not survive."""
        mark = Path(self.environment["MEDIA_ROOT"]) / "dying"
        return mark.exists()

    def line_to(self, worker: int) -> Line:
        """A connection that this web process answers."""
        for _try in range(500):
            line = Line(self.port)
            if self.told(line)["pid"] == worker:
                return line
            line.hang_up()
        raise AssertionError(f"{worker} does not answer")

    def wait(self) -> None:
        """For all web processes, and the database."""
        for _try in range(300):
            try:
                if len(self.workers()) == self.size and self.get("/readyz")[0] == 200:
                    self.kept()
                    return
            except (OSError, http.client.HTTPException, AssertionError):
                pass
            time.sleep(0.1)
        raise AssertionError(f"the server does not answer: {self.log.read_text()[-2000:]}")


def started_at(pid: int) -> float:
    """In seconds since the machine started."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[19]) / os.sysconf("SC_CLK_TCK")


@contextmanager
def beside(site: Site, module: str, *arguments: str) -> Iterator[subprocess.Popen]:
    """A process of ours that is told what to do line by line, and ends with its input."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.servers.{module}", *arguments], cwd=ROOT,
        env=site.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(20)


@contextmanager
def editor(site: Site, word: str = "count") -> Iterator[Desk]:
    """A desk in another process (tests/servers/desk.py): a line in, a publish, a line out."""
    with beside(site, "desk", word) as process:
        path = process.stdout.readline().strip()
        assert path, "the desk did not start"
        yield Desk(process, path, word)


@dataclass
class Desk:
    process: subprocess.Popen
    path: str
    word: str
    number: int = 0

    def publish(self, verb: str = "publish") -> float:
        """The next number; when it was committed."""
        self.number += 1
        return float(say(self.process, f"{verb} {self.number}"))

    def read(self) -> int:
        """What the database says."""
        return int(say(self.process, "read"))


def say(desk: subprocess.Popen, line: str) -> str:
    desk.stdin.write(line + "\n")
    desk.stdin.flush()
    return desk.stdout.readline().strip()


@contextmanager
def serving(folder: Path, database: str, workers: int = 2, **settings: str) -> Iterator[Site]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ} | {
        "ENV_FILE": "", "SECRET_KEY": "a key for the servers' tests", "DATABASE_URL": database,
        "MEDIA_ROOT": str(folder / "media"), "STATIC_ROOT": str(folder / "static"),
        "TRUSTED_PROXIES": "127.0.0.1/32", "REGION_HEADER": "Region",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings", **settings,
    }  # fmt: skip
    from articles.management.server import server_command

    run = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(run, cwd=ROOT, env=environment, check=True)
    command = server_command(port, workers=workers, application=APPLICATION)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log, stdout=log)
    site = Site(port, process.pid, environment, folder / "server.log", size=workers)
    try:
        site.wait()
        yield site
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
