"""One HTTP request to an edge: short patience, no redirects, no retries of its own."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit

from articles.caching.backends.edge import PurgeRefused

PATIENCE = 2.0  # seconds; whoever retries comes back soon


def ask(method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> None:
    """Raises PurgeRefused on anything but a 2xx."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=PATIENCE)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(method, path, body=body, headers=dict(headers))
        reply = connection.getresponse()
        reply.read(4096)
    except (OSError, http.client.HTTPException) as error:
        raise PurgeRefused(f"no answer: {_in_words(error)}") from error
    finally:
        connection.close()
    if not 200 <= reply.status < 300:
        raise PurgeRefused(f"it answered {reply.status} {reply.reason}")


def _in_words(error: Exception) -> str:
    """Without the system's number: “Connection refused”, “timed out”."""
    return str(getattr(error, "strerror", None) or error or type(error).__name__)
