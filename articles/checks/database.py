"""Whether the database takes as many connections as the web processes may want."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import connections

# The look at the ledger, and a change of the law that is being read; for each edge, its messenger.
BESIDE_REQUESTS = 2


def most_connections() -> int:
    """Of all web processes together, as the settings know them."""
    at_work = settings.PAGE_CACHE_RENDERINGS + settings.PAGE_CACHE_BESIDE
    if not settings.PAGE_CACHE_BYTES:
        at_work = settings.WEB_THREADS
    return int(settings.WEB_PROCESSES * (at_work + BESIDE_REQUESTS + len(settings.EDGE)))


@register(Tags.database)
def connections_suffice(databases: Iterable[str] | None = None, **_: Any) -> list[CheckMessage]:
    """newsroom.W021: beyond what PostgreSQL takes, pages that are not kept fail."""
    return [
        checks.Warning(
            f"The web processes may want {most_connections()} connections together, but PostgreSQL "
            f"gives {given}, and the worker and the commands need some, too.",
            hint="Raise max_connections there, or lower GRANIAN_WORKERS, PAGE_CACHE_RENDERINGS or "
            "PAGE_CACHE_BESIDE.",
            id="newsroom.W021",
        )
        for alias in databases or ()
        if (given := _given(alias)) is not None and most_connections() >= given
    ]


def _given(alias: str) -> int | None:
    """What is left for ordinary users; None where nothing is counted."""
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('max_connections')::int"
            " - current_setting('superuser_reserved_connections')::int"
        )
        row: tuple[int] = cursor.fetchone()
    return row[0]
