"""How the site talks to its database: nobody waits for ever, and no write fails half-way."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured

# IMMEDIATE: a verb that will write takes the write lock first, so that it waits in line
# (up to `timeout` seconds) instead of failing half-way.
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-16000; PRAGMA mmap_size=134217728;"
    ),
}
# A server that does not answer is noticed by itself: no thread waits for it for ever.
POSTGRESQL = {
    "options": (
        "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s"
    ),
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}


def options_of(engine: str) -> dict[str, Any]:
    """Of Django's database backend ``engine``; refuses any but our two."""
    if engine.endswith("sqlite3"):
        return SQLITE
    if engine.endswith("postgresql"):
        return POSTGRESQL
    raise ImproperlyConfigured("DATABASE_URL must be sqlite:///… or postgres://…")
