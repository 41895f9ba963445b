"""Which requests the page cache may answer, and under which key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

ENDLESS = 512  # characters: a longer query is nobody's link


@dataclass(frozen=True)
class Rules:
    """Which parameters may stand in a key, each with what makes its value the one normal form.

    A value that means nothing is turned into "", which is as good as absent: it can make no page.
    With one of ``passing`` on a path that ends as it says nothing is kept or found: anything may
    stand in those. What only staff may ask for needs no word here: they come with a session, and
    for all others it is dropped as undeclared.
    """

    parameters: Mapping[str, Callable[[str], str]]
    cookies: Collection[str]
    outside: tuple[str, ...]
    passing: Mapping[str, str] = field(default_factory=dict)


def is_cacheable(environ: dict[str, Any], rules: Rules) -> bool:
    """A reader's question for a page: no staff, no form, no search."""
    return is_readers(environ, rules) and not _passes_by(environ, rules)


def is_readers(environ: dict[str, Any], rules: Rules) -> bool:
    """No staff and no form, whatever is asked for."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return False
    path = environ["PATH_INFO"]
    if path.startswith(rules.outside) or "HTTP_AUTHORIZATION" in environ:
        return False
    return not _has_session(environ.get("HTTP_COOKIE", ""), rules)


def _passes_by(environ: dict[str, Any], rules: Rules) -> bool:
    """What has no end."""
    query = environ.get("QUERY_STRING", "")
    if not query:
        return False
    path = environ["PATH_INFO"]
    names = {name for name, _value in pairs_of(query)}
    # What is led to the address with its last stroke takes its query along.
    ended = path if path.endswith("/") else f"{path}/"
    passing = {name for name, end in rules.passing.items() if ended.endswith(end)}
    return not names.isdisjoint(passing)


def _has_session(cookies: str, rules: Rules) -> bool:
    """However it is spelt: Django takes ``sessionid =x`` for one, with any white space."""
    if not cookies:
        return False
    said = "".join(cookies.split()).lower()
    return any(f"{name.lower()}=" in said for name in rules.cookies)


def normal_query(environ: dict[str, Any], rules: Rules) -> str:
    """Declared parameters alone, once each, in one order: all else could only split the cache."""
    query = environ.get("QUERY_STRING", "")
    if not query:
        return ""
    values = dict(pairs_of(query))  # the last of several, as Django takes it
    known = sorted(values.keys() & rules.parameters.keys())
    kept = ((name, rules.parameters[name](values[name])) for name in known)
    return urlencode([(name, value) for name, value in kept if value])


def pairs_of(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query[:ENDLESS], errors="replace")
