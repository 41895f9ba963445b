"""Which requests the page cache may answer, and under which key."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

ENDLESS = 512  # characters: a longer query is nobody's link


@dataclass(frozen=True)
class Rules:
    """``parameters`` may stand in a key; with one of ``private`` nothing is kept or found."""

    parameters: Collection[str]
    private: Collection[str]
    cookies: Collection[str]
    outside: tuple[str, ...]


def is_cacheable(environ: dict[str, Any], rules: Rules) -> bool:
    """A reader's question for a page: no staff, no form, no preview."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return False
    if environ["PATH_INFO"].startswith(rules.outside) or "HTTP_AUTHORIZATION" in environ:
        return False
    cookies = environ.get("HTTP_COOKIE", "")
    if cookies and any(f"{name}=" in cookies for name in rules.cookies):
        return False
    query = environ.get("QUERY_STRING", "")
    return not query or not any(f"{name}=" in query for name in rules.private)


def normal_query(environ: dict[str, Any], rules: Rules) -> str:
    """Declared parameters alone, once each, in one order: all else could only split the cache."""
    query = environ.get("QUERY_STRING", "")
    if not query:
        return ""
    pairs = dict(parse_qsl(query[:ENDLESS], errors="replace"))
    return urlencode(sorted((name, pairs[name]) for name in pairs if name in rules.parameters))
