"""Database connections that threads of a process borrow, so that they stay few.

A web process has many threads, most of them answering kept pages, which need no database. Whoever
needs it borrows: there are never more connections than threads that were with the database at
once, which the page cache bounds (caching/flights.py). A thread that has one open by itself keeps
to it: a command, a worker, a test.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Application = Callable[..., Iterable[bytes]]


def shareable() -> BaseDatabaseWrapper:
    """Not open yet, and for any thread; its users see to it that it is one at a time."""
    made = connections.create_connection(DEFAULT_DB_ALIAS)
    made.inc_thread_sharing()
    return made


@contextmanager
def working_with(borrowed: BaseDatabaseWrapper) -> Iterator[None]:
    """All that this thread asks the database meanwhile goes through ``borrowed``."""
    own = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = borrowed
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = own


class Lending:
    def __init__(self) -> None:
        self._idle: list[BaseDatabaseWrapper] = []
        self._here = threading.local()

    @contextmanager
    def borrowed(self) -> Iterator[None]:
        """One connection for this thread; who borrowed already, or has its own, keeps that."""
        is_open = connections[DEFAULT_DB_ALIAS].connection is not None
        if is_open or getattr(self._here, "has_borrowed", False):
            yield
            return
        one = self._taken()
        self._here.has_borrowed = True
        try:
            with working_with(one):
                yield
        finally:
            self._here.has_borrowed = False
            self._take_back(one)

    def close(self) -> None:
        """Those that nobody uses."""
        while self._idle:
            self._idle.pop().close()

    def _taken(self) -> BaseDatabaseWrapper:
        """The last that was given back, so that few are used; looked at before its first query."""
        try:
            one = self._idle.pop()
        except IndexError:
            return shareable()
        one.close_if_unusable_or_obsolete()
        return one

    def _take_back(self, one: BaseDatabaseWrapper) -> None:
        """What was left in the middle of a transaction is nobody's any more."""
        if one.in_atomic_block or one.closed_in_transaction:
            one.close()
        else:
            self._idle.append(one)


lending = Lending()


class Borrower:
    """A WSGI application whose every request works with a borrowed connection."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What is no stream (a file) is finished before the connection is given back."""
        with lending.borrowed():
            result = self.application(environ, start_response)
            if getattr(result, "streaming", False) or not hasattr(result, "close"):
                return result
            try:
                return list(result)
            finally:
                result.close()
