"""The newest of those entries that hold what is asked for, without a walk through the archive.

A database that walks from the newest on finds a common word at once, a word of long ago never. One
that asks its index of words finds the rare at once, and of the common it fetches every story. So
PostgreSQL walks a little, and asks its index where that was not enough. Where what is chosen
besides words (a topic, some days) ends within that walk, there is nothing more to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, Func, Q, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from articles.models.listed import ListedQuerySet
from articles.models.published import PublishedStoryQuerySet
from articles.models.search_entry import SearchEntry


@dataclass(frozen=True)
class Among:
    """``entries``, and the same ``by_time``: newest first, as the index has them that fits best.

    ``unlisted`` are entries before stories were asked whether they stand in what was chosen
    (``stories``; None: in no list but the service's).
    """

    entries: ListedQuerySet
    by_time: ListedQuerySet
    unlisted: ListedQuerySet
    stories: PublishedStoryQuerySet | None = None


def near_or_all(holds: Q, among: Among, most: int, walked: int) -> ListedQuerySet:
    """At least the ``most`` newest ``among`` others that hold; few more than that."""
    holding = ExpressionWrapper(holds, output_field=BooleanField())
    near = among.by_time.annotate(holds=holding).values("pk", "holds")[:walked]
    further = among.by_time.values("pk")[walked : walked + 1]
    every = among.unlisted.filter(holds).order_by(*not_as_an_index_has_it()).values("pk")
    stands: Any = Value(1)
    if among.stories is None:
        every = every[:most]
    else:
        this = among.stories.filter(pk=RawSQL("every.pk", ()))
        stands = Subquery(this.order_by().values("pk")[:1])
    parts = (Subquery(near), Value(most), Subquery(every), Subquery(further), stands)
    return SearchEntry.objects.filter(NearOrAll(F("pk"), *parts))


class NearOrAll(Func):
    """Key, the newest with whether they hold, how many are wanted, all, what is beyond, and whether
    one of all stands in the list: asked of one after the other, until there are enough.

    Those near come twice where all are asked for: so twice as many rows hold as many stories.
    """

    output_field = BooleanField()
    template = (
        "{0} IN (WITH near AS MATERIALIZED"
        " (SELECT pk FROM {1} AS newest(pk, holds) WHERE holds LIMIT {2})"
        " SELECT pk FROM near UNION ALL SELECT pk FROM {3} AS every(pk)"
        " WHERE (SELECT count(*) FROM near) < {2} AND EXISTS {4} AND {5} IS NOT NULL LIMIT 2 * {2})"
    )

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        parts = [compiler.compile(one) for one in self.get_source_expressions()]
        return filled(self.template, parts, (0, 1, 2, 3, 2, 4, 5, 2))


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


def not_as_an_index_has_it() -> tuple[Any, ...]:
    """Newest first. By the index of a service's newest a planner would walk."""
    return Coalesce("published_at", "published_at").desc(), "-on_air_id"


def filled(
    template: str, parts: Sequence[tuple[str, Sequence[Any]]], order: Iterable[int]
) -> tuple[str, list[Any]]:
    """``order``: of the parts as they stand in the template, where one may come twice."""
    sql = template.format(*(part for part, _params in parts))
    return sql, [one for number in order for one in parts[number][1]]
