"""Reading the site as a reader somewhere does: through the whole application, from within."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.servers.basehttp import get_internal_wsgi_application
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.urls import get_script_prefix

from articles.legal.atlas import Place

PLACE = "newsroom.place"
SCHEME = "https"


@dataclass(frozen=True)
class Page:
    """``headers`` by their names in small letters."""

    status: int
    headers: Mapping[str, str]
    text: str


def visit(path: str, place: Place) -> Page:
    """GET ``path`` for a reader in ``place``, as the page cache and Django answer it."""
    heard: dict[str, Any] = {}

    def start_response(status: str, headers: list[tuple[str, str]], _info: Any = None) -> Any:
        heard["status"], heard["headers"] = int(status.split(" ", 1)[0]), headers
        return lambda _data: None

    with _connection_kept():
        parts = _application()(_environ(path, place), start_response)
        try:
            body = b"".join(parts)
        finally:
            if close := getattr(parts, "close", None):
                close()
    headers = {name.lower(): value for name, value in heard["headers"]}
    return Page(heard["status"], headers, body.decode("utf-8", "replace"))


@contextmanager
def _connection_kept() -> Iterator[None]:
    """A request ends its thread's connection when that is in a transaction: not our caller's."""
    signals = (request_started, request_finished) if connection.in_atomic_block else ()
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


@cache
def _application() -> Any:
    return get_internal_wsgi_application()


def _environ(path: str, place: Place) -> dict[str, Any]:
    address, _mark, query = path.partition("?")
    host = _host()
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": get_script_prefix().rstrip("/"),
        # WSGI hands paths over as bytes in the disguise of Latin-1.
        "PATH_INFO": unquote(address).encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": host,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "",
        "HTTP_HOST": host,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": SCHEME,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        PLACE: place,
    }


def _host() -> str:
    """A host name that the site answers to."""
    names = [name.removeprefix(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return names[0] if names else "localhost"
