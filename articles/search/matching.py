"""Which entries hold all terms of a question: FTS5 on SQLite, a tsvector on PostgreSQL.

A term is letters, marks and digits (text/terms.py), so that none of a database's operators can be
in it; it is quoted all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, Value

from articles.models.listed import ListedQuerySet
from articles.models.search_entry import SearchEntry
from articles.search.newest import Among, VectorHolds, near_or_all
from articles.text.terms import terms

LONGEST_QUESTION = 200
MOST_TERMS = 8
# PostgreSQL looks into so many before it asks its index; a common word is found among the first.
NEWEST_WALKED = 1_000


class Holds(Func):
    """Whether the entry of this key is among those that match."""

    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        joined = (
            " IN (SELECT rowid FROM articles_searchentry_fts WHERE articles_searchentry_fts MATCH "
        )
        template = "%(expressions)s)"
        return self.as_sql(compiler, connection, arg_joiner=joined, template=template, **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        joined = " IN (SELECT on_air_id FROM articles_searchentry WHERE vector @@ "
        template = "%(expressions)s::tsquery)"
        return self.as_sql(compiler, connection, arg_joiner=joined, template=template, **context)


def terms_asked(question: str) -> tuple[str, ...]:
    """The first terms of what a reader typed, each once."""
    found = dict.fromkeys(terms(question[:LONGEST_QUESTION]))
    return tuple(found)[:MOST_TERMS]


def holding(asked: Sequence[str]) -> ListedQuerySet:
    """Entries in which each of the terms begins a word; a single sign is a word of its own."""
    if not asked:
        return SearchEntry.objects.none()
    said = _AS_ASKED[connection.vendor](asked)
    return SearchEntry.objects.filter(Holds(F("pk"), Value(said)))


def newest_holding(asked: Sequence[str], among: Among, most: int) -> ListedQuerySet:
    """As ``holding``, of those ``among`` others; at least the ``most`` newest."""
    if not asked:
        return SearchEntry.objects.none()
    if connection.vendor == "sqlite":
        return among.entries.filter(Holds(F("pk"), Value(_for_fts5(asked))))
    holds = Q(VectorHolds(F("pk"), Value(_for_tsquery(asked))))
    return near_or_all(holds, among, most, NEWEST_WALKED)


def is_beginning(term: str) -> bool:
    return len(term) > 1


def _for_fts5(asked: Sequence[str]) -> str:
    return " AND ".join(f'"{term}"{"*" if is_beginning(term) else ""}' for term in asked)


def _for_tsquery(asked: Sequence[str]) -> str:
    return " & ".join(f"'{term}'{':*' if is_beginning(term) else ''}" for term in asked)


_AS_ASKED = {"sqlite": _for_fts5, "postgresql": _for_tsquery}
