"""Which entries hold words that are spelt like those of a question: hundreds of spellings at once.

No database may be left to guess how many entries hold one of them. It expects many, and then
walks through the whole archive for a word that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from articles.models.listed import ListedQuerySet
from articles.models.search_entry import SearchEntry

# SQLite reads no more of them; by their numbers the newest.
MOST_RESEMBLING = 2_000
# PostgreSQL looks into so many before it asks its index, which for a common word reads thousands.
NEWEST_TRIED = 500


@dataclass(frozen=True)
class Spelling:
    """What a word may have been: one of these as a whole, or one that begins so."""

    whole: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


def resembling(
    questions: Sequence[Sequence[Spelling]], among: ListedQuerySet, most: int
) -> ListedQuerySet:
    """The newest ``among`` others that hold, of at least one question, each word in a spelling."""
    rows = _RESEMBLING[connection.vendor](questions, among, most).order_by(*_newest_first())
    return SearchEntry.objects.filter(pk__in=rows.values("pk")[:most])


class FirstThatHold(Func):
    """Of SQLite: key, spellings, and what else is asked of an entry, until there are enough."""

    output_field = BooleanField()
    template = (
        "{} IN (SELECT rowid FROM articles_searchentry_fts WHERE articles_searchentry_fts MATCH {}"
        " AND {} ORDER BY rowid DESC LIMIT {})"
    )

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return _filled(self.template, map(compiler.compile, self.get_source_expressions()))


class NearOrAll(Func):
    """Of PostgreSQL: key, the newest with whether they hold, and, if those are too few, all."""

    output_field = BooleanField()
    template = (
        "{} IN (WITH near AS MATERIALIZED (SELECT pk FROM {} AS newest(pk, holds) WHERE holds)"
        " SELECT pk FROM near UNION ALL"
        " SELECT pk FROM {} AS every(pk) WHERE (SELECT count(*) FROM near) < {})"
    )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return _filled(self.template, map(compiler.compile, self.get_source_expressions()))


class VectorHolds(Func):
    """Whether the entry of this key holds them. What comes from a SELECT is no constant, of which
    PostgreSQL would foretell how many hold it: so it takes the index of words.
    """

    output_field = BooleanField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        key, said = self.get_source_expressions()
        sql, params = compiler.compile(said)
        table = compiler.quote_name_unless_alias(key.alias)
        return f"{table}.vector @@ (SELECT {sql}::tsquery)", params


def _on_sqlite(
    questions: Sequence[Sequence[Spelling]], among: ListedQuerySet, _most: int
) -> ListedQuerySet:
    said = Value(_spelt(questions, ('"', "*", " OR ", " AND ")))
    this = among.filter(pk=RawSQL("articles_searchentry_fts.rowid", ()))
    return SearchEntry.objects.filter(
        FirstThatHold(F("pk"), said, Exists(this), Value(MOST_RESEMBLING))
    )


def _on_postgresql(
    questions: Sequence[Sequence[Spelling]], among: ListedQuerySet, most: int
) -> ListedQuerySet:
    holds = VectorHolds(F("pk"), Value(_spelt(questions, ("'", ":*", " | ", " & "))))
    newest = among.newest_first().annotate(holds=holds).values("pk", "holds")[:NEWEST_TRIED]
    every = among.filter(holds).order_by(*_newest_first()).values("pk")[:most]
    return SearchEntry.objects.filter(
        NearOrAll(F("pk"), Subquery(newest), Subquery(every), Value(most))
    )


def _filled(template: str, compiled: Iterable[tuple[str, Sequence[Any]]]) -> tuple[str, list[Any]]:
    parts = list(compiled)
    sql = template.format(*(part for part, _params in parts))
    return sql, [one for _part, params in parts for one in params]


def _newest_first() -> tuple[Any, ...]:
    """Not as the index of a service's newest has it: by that a planner would walk."""
    return Coalesce("published_at", "published_at").desc(), "-on_air_id"


def _spelt(questions: Sequence[Sequence[Spelling]], words: tuple[str, str, str, str]) -> str:
    quote, star, either, both = words

    def group(one: Spelling) -> str:
        whole = [f"{quote}{term}{quote}" for term in one.whole]
        begun = [f"{quote}{term}{quote}{star}" for term in one.beginnings]
        return f"({either.join([*whole, *begun])})"

    return either.join(f"({both.join(map(group, question))})" for question in questions)


_RESEMBLING = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
