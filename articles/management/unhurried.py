"""Commands that may take their time: PostgreSQL cuts off none of their statements.

Web requests and the worker keep their limit. So does waiting for a lock, for everybody: a migration
that waits for a table makes all who come after it wait, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


class Unhurried(BaseCommand):
    def execute(self, *args: Any, **options: Any) -> str | None:
        with without_statement_timeout():
            return super().execute(*args, **options)


_is_unhurried: ContextVar[bool] = ContextVar("is_unhurried", default=False)


@contextmanager
def without_statement_timeout() -> Iterator[None]:
    """In this thread; within another such block it is that one's end that counts."""
    if connection.vendor != "postgresql" or _is_unhurried.get():
        yield
        return
    token = _is_unhurried.set(True)
    connection_created.connect(_lift)  # a connection that is lost on the way is made anew
    try:
        _lift(connection=connection)
        yield
    finally:
        connection_created.disconnect(_lift)
        _is_unhurried.reset(token)
        _restore()


def _lift(*, connection: BaseDatabaseWrapper, **_more: Any) -> None:
    if not _is_unhurried.get():  # another thread's
        return
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")


def _restore() -> None:
    """To what the connection was opened with. A transaction that fails takes our change back, and a
    connection that is lost took it along."""
    if connection.connection is None or connection.needs_rollback or not connection.is_usable():
        return
    with connection.cursor() as cursor:
        cursor.execute("RESET statement_timeout")
