"""How granian serves the site: the same for demonstration, measurements and tests.

The image (deploy/Dockerfile) says it once more; a test holds the two together.
"""

from __future__ import annotations

import sys

from django.conf import settings

APPLICATION = "newsroom.wsgi:application"


def server_options() -> list[str]:
    """HTTP/1 alone: the edge speaks the rest, and headers of HTTP/2 may be megabytes.

    Threads are many, since each slow request holds one (docs/operating-caches.md). Connections are
    many more: a slow client holds one as long as its headers take, or its reading, and beyond
    their number nobody is let in.
    """
    return [
        "--interface", "wsgi", "--http", "1", "--no-ws", "--respawn-failed-workers",
        "--blocking-threads", str(settings.WEB_THREADS),
        "--backpressure", "1000",
        "--http1-header-read-timeout", "10000", "--http1-buffer-size", "65536",
    ]  # fmt: skip


def server_command(
    port: int, *, host: str = "127.0.0.1", workers: int = 1, application: str = APPLICATION
) -> list[str]:
    return [
        sys.executable, "-m", "granian", *server_options(), "--host", host, "--port", str(port),
        "--workers", str(workers), "--log-level", "warning", application,
    ]  # fmt: skip
