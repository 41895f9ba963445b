"""A real Varnish before a real granian, on loopback, on the database of the tests."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from articles.caching.messenger import messenger
from articles.management.server import server_command

ROOT = Path(__file__).resolve().parents[2]
VCL = ROOT / "deploy/varnish"
PATIENCE = 20.0
SITE = """
backend default {{
    .host = "127.0.0.1";
    .port = "{origin}";
    .connect_timeout = 1s;
    .first_byte_timeout = 5s;
    .probe = {{
        .url = "/healthz"; .interval = 200ms; .timeout = 1s;
        .window = 3; .threshold = 2; .initial = 2;
    }}
}}
acl purgers {{ "127.0.0.1"; }}
acl fronts {{ "127.0.0.1"; "127.0.0.4"; }}
sub site_place {{
    if (req.http.CF-IPCountry) {{
        set req.http.Said = req.http.CF-IPCountry + "-" + req.http.CF-Region-Code;
    }}
}}
"""


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait for something that is to come about; fails the test with ``what`` if it does not."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, f"in vain: {what}"
        time.sleep(0.02)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Server:
    """A process that can be ended and begun again on its port."""

    port: int
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    log: Path = Path("/dev/null")
    process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=os.environ | self.environment, stdout=log, stderr=log
            )
        until(lambda: listens(self.port), f"{self.command[0]} listens; see {self.log}")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            until(lambda: not listens(self.port), "the port is free")
            self.process = None


@dataclass
class Edge:
    """``get`` asks as the trusted front on 127.0.0.1 does, or from another address."""

    varnish: Server
    origin: Server

    @property
    def name(self) -> str:
        return f"varnish http://127.0.0.1:{self.varnish.port}"

    def get(
        self, path: str, region: str = "", *, source="127.0.0.1", method="GET", **said
    ) -> Reply:
        headers = {name.replace("__", "-"): value for name, value in said.items()}
        if region:
            country, _dash, subdivision = region.partition("-")
            headers["CF-IPCountry"] = country
            if subdivision:
                headers["CF-Region-Code"] = subdivision
        return self.ask(path, list(headers.items()), source=source, method=method)

    def ask(self, path: str, headers, *, source="127.0.0.1", method="GET", port=0) -> Reply:
        """``headers`` in order, and as often as they are named; after what was purged before."""
        messenger.rest()
        connection = http.client.HTTPConnection(
            "127.0.0.1", port or self.varnish.port, timeout=10, source_address=(source, 0)
        )
        has_host = any(name.lower() == "host" for name, _value in headers)
        connection.putrequest(
            method, quote(path, safe="/?=&%:"), skip_accept_encoding=True, skip_host=has_host
        )
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        reply = connection.getresponse()
        found = Reply(reply.status, {n.lower(): v for n, v in reply.getheaders()}, reply.read())
        connection.close()
        return found

    def count(self, counter: str) -> int:
        """A counter of Varnish: ``MAIN.cache_hit``."""
        command = ["varnishstat", "-n", self.folder, "-1", "-f", counter]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return int(said.split()[1])

    @property
    def folder(self) -> str:
        return self.varnish.command[self.varnish.command.index("-n") + 1]


@contextmanager
def edge_before(database_url: str, media: str) -> Iterator[Edge]:
    with tempfile.TemporaryDirectory(prefix="newsroom-edge-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        origin, varnish = _origin(folder), varnish_in(folder, free_port())
        (folder / "site.vcl").write_text(SITE.format(origin=origin.port))
        edge = Edge(varnish, origin)
        origin.environment = {
            "ENV_FILE": "", "SECRET_KEY": "a key for the tests alone", "DATABASE_URL": database_url,
            "MEDIA_ROOT": media, "EDGE": edge.name, "TRUSTED_PROXIES": "127.0.0.1/32",
            "REGION_HEADER": "Noticeplace", "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }  # fmt: skip
        try:
            origin.start()
            varnish.start()
            yield edge
        finally:
            varnish.stop()
            origin.stop()


def _origin(folder: Path) -> Server:
    port = free_port()
    command = server_command(port)
    return Server(port, command, log=folder / "origin.log")


def varnish_in(folder: Path, port: int) -> Server:
    """Not started; ``site.vcl`` is to be in the folder when it is."""
    shutil.copy(VCL / "default.vcl", folder)
    command = [
        "varnishd", "-F", "-n", str(folder / "varnish"), "-a", f"127.0.0.1:{port}",
        "-f", str(folder / "default.vcl"), "-s", "malloc,64m", "-j", "none",
        "-p", "thread_pool_min=10", "-p", "thread_pools=1", "-p", _what_is_logged(),
    ]  # fmt: skip
    return Server(port, command, log=folder / "varnish.log")


def _what_is_logged() -> str:
    """As the image says it."""
    found = re.search(r"vsl_mask=[^\"]+", (VCL / "Dockerfile").read_text())
    assert found, "the image logs what Varnish logs by itself"
    return found[0]
