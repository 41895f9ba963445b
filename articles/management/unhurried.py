"""Commands that may take their time: PostgreSQL cuts off none of their statements.

Web requests and the worker keep their limit. So does waiting for a lock, for everybody: a migration
that waits for a table makes all who come after it wait, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


class Unhurried(BaseCommand):
    def execute(self, *args: Any, **options: Any) -> str | None:
        with without_statement_timeout():
            return super().execute(*args, **options)


@contextmanager
def without_statement_timeout() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    connection_created.connect(_lift)  # a connection that is lost on the way is made anew
    try:
        _lift(connection=connection)
        yield
    finally:
        connection_created.disconnect(_lift)
        _restore()


def _lift(*, connection: BaseDatabaseWrapper, **_more: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def _restore() -> None:
    """To what the connection was opened with. A transaction that fails takes our change back, and a
    connection that is lost took it along."""
    if connection.connection is None or connection.needs_rollback or not connection.is_usable():
        return
    with connection.cursor() as cursor:
        cursor.execute("RESET statement_timeout")
