"""The site as the benchmark serves it, with a raw application that returns one page's bytes."""

from __future__ import annotations

import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"

from newsroom.wsgi import application as site
from newsroom.wsgi import django_application

_copied: tuple[str, list[tuple[str, str]], bytes] | None = None


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """All of them by the same road, which costs each the same."""
    return ROADS.get(environ["PATH_INFO"], site)(environ, start_response)


def raw(environ: dict[str, Any], start_response: Any) -> Any:
    """Says, without looking at anything, what ``QUERY_STRING`` named at first."""
    status, headers, body = _copied or _copy(environ)
    start_response(status, [*headers])
    return [body]


def _copy(environ: dict[str, Any]) -> tuple[str, list[tuple[str, str]], bytes]:
    global _copied
    said: list[Any] = []
    path = environ["QUERY_STRING"]
    asked = environ | {"PATH_INFO": path, "QUERY_STRING": ""}
    body = b"".join(site(asked, lambda status, headers, _exc=None: said.extend((status, headers))))
    if said[0].startswith("200"):
        _copied = (said[0], said[1], body)
    return (said[0], said[1], body)


# The constant view is Django alone, without a cache in front.
ROADS = {"/bench/raw": raw, "/bench/constant": django_application}
