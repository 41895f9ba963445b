"""Which entries hold words that are spelt like those of a question: hundreds of spellings at once.

No database may be left to guess how many entries hold one of them. It expects many, and then
walks through the whole archive for a word that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Exists, F, Func, Q, Value
from django.db.models.expressions import RawSQL

from articles.models.listed import ListedQuerySet
from articles.models.search_entry import SearchEntry
from articles.search.newest import (
    Among,
    VectorHolds,
    filled,
    near_or_all,
    not_as_an_index_has_it,
)

# SQLite reads no more of them; by their numbers the newest.
MOST_RESEMBLING = 2_000
# PostgreSQL looks into so many before it asks its index, which for a common word reads thousands.
NEWEST_TRIED = 500
# It goes through all that are asked for together, for each story that has one of them.
TOGETHER = 40


@dataclass(frozen=True)
class Spelling:
    """What a word may have been: one of these as a whole, or one that begins so."""

    whole: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()


def resembling(questions: Sequence[Sequence[Spelling]], among: Among, most: int) -> ListedQuerySet:
    """The newest ``among`` others that hold, of at least one question, each word in a spelling."""
    rows = _RESEMBLING[connection.vendor](questions, among, most)
    newest = rows.order_by(*not_as_an_index_has_it()).values("pk")[:most]
    return SearchEntry.objects.filter(pk__in=newest)


class FirstThatHold(Func):
    """Of SQLite: key, spellings, and what else is asked of an entry, until there are enough."""

    output_field = BooleanField()
    template = (
        "{} IN (SELECT rowid FROM articles_searchentry_fts WHERE articles_searchentry_fts MATCH {}"
        " AND {} ORDER BY rowid DESC LIMIT {})"
    )

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        parts = [compiler.compile(one) for one in self.get_source_expressions()]
        return filled(self.template, parts, range(len(parts)))


def _on_sqlite(questions: Sequence[Sequence[Spelling]], among: Among, _most: int) -> ListedQuerySet:
    this = among.entries.filter(pk=RawSQL("articles_searchentry_fts.rowid", ()))
    said = Value(_for_fts5(questions))
    return SearchEntry.objects.filter(
        FirstThatHold(F("pk"), said, Exists(this), Value(MOST_RESEMBLING))
    )


def _on_postgresql(
    questions: Sequence[Sequence[Spelling]], among: Among, most: int
) -> ListedQuerySet:
    holds = reduce(or_, (reduce(and_, map(_one_of, question)) for question in questions))
    return near_or_all(holds, among, most, NEWEST_TRIED)


def _one_of(word: Spelling) -> Q:
    said = [f"'{term}'" for term in word.whole] + [f"'{term}':*" for term in word.beginnings]
    some = (said[start : start + TOGETHER] for start in range(0, len(said), TOGETHER))
    return reduce(or_, (Q(VectorHolds(F("pk"), Value(" | ".join(one)))) for one in some))


def _for_fts5(questions: Sequence[Sequence[Spelling]]) -> str:
    def group(one: Spelling) -> str:
        whole = [f'"{term}"' for term in one.whole]
        return f"({' OR '.join([*whole, *(_begun(term) for term in one.beginnings)])})"

    return " OR ".join(f"({' AND '.join(map(group, question))})" for question in questions)


def _begun(term: str) -> str:
    return f'"{term}"*'


_RESEMBLING = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}
