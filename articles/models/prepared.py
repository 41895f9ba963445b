"""Queries whose text is put together once in a process.

For Django that costs several times what the database takes to answer, and most of what a page
costs that is made anew. These are made of numbers and moments alone, so that their text is always
the same. What becomes of a row as the database gives it follows from that alone, and is known, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
STEP = 16  # lists of numbers grow in steps, so that few texts are needed
MOST = 1_000  # rows of each query, some five kilobytes each
Value = int | datetime
# Stand for the values while the text is made: nothing in a query of ours is as small as they.
_FIRST_MARK = -(2**40)
_FIRST_MOMENT = datetime(1, 1, 2, tzinfo=UTC)
Row = tuple[Any, ...]


@dataclass(frozen=True)
class _Text(Generic[M]):
    model: type[M]
    sql: str
    params: tuple[Any, ...]  # with marks among them


class Prepared(Generic[M]):
    """``made(*values)`` as a list of rows; ``names`` are fields that annotations are read into.

    The rows are new ones each time; nobody changes a value in them that could be changed.
    """

    def __init__(
        self, made: Callable[..., QuerySet[M]], *, known: int = MOST, **names: str
    ) -> None:
        """``known``: of so many rows what Django made is remembered; fewer of long ones."""
        self._made, self._known, self._names = made, known, names
        self._texts: dict[tuple[type, ...], _Text[M]] = {}
        self._fields: tuple[str, ...] = ()
        self._read: Callable[[Row], Row] = tuple

    def __call__(self, *values: Value) -> list[M]:
        kinds = tuple(map(type, values))
        text = self._texts.get(kinds)
        if text is None:
            text = self._texts[kinds] = self._text_for(kinds)
        with connection.cursor() as cursor:
            cursor.execute(text.sql, _filled(text.params, values))
            if not self._fields:
                self._learn(text.model, [column[0] for column in cursor.description])
            rows = cursor.fetchall()
        fields, read = self._fields, self._read
        return [text.model.from_db(DEFAULT_DB_ALIAS, fields, read(row)) for row in rows]

    def _text_for(self, kinds: Sequence[type]) -> _Text[M]:
        queryset = self._made(*(_mark(kind, place) for place, kind in enumerate(kinds)))
        sql, params = queryset.query.sql_with_params()
        return _Text(queryset.model, sql, params)

    def _learn(self, model: type[M], columns: Sequence[str]) -> None:
        """Which columns are which fields, and what Django makes of their values."""
        names = (self._names.get(column, column) for column in columns)
        places: dict[str | None, int] = {name: place for place, name in enumerate(names)}
        fields = [one for one in model._meta.concrete_fields if one.column in places]
        compiler = model._base_manager.all().query.get_compiler(DEFAULT_DB_ALIAS)
        cols = [one.get_col(model._meta.db_table) for one in fields]
        steps = compiler.get_converters(cols)
        order = [places[one.column] for one in fields]

        @lru_cache(maxsize=self._known)
        def read(row: Row) -> Row:
            return tuple(next(compiler.apply_converters([[row[place] for place in order]], steps)))

        self._read = read
        self._fields = tuple(one.attname for one in fields)  # last: now others may use both


def _mark(kind: type, place: int) -> Value:
    return _FIRST_MOMENT + timedelta(days=place) if kind is datetime else _FIRST_MARK - place


def _filled(params: Sequence[Any], values: Sequence[Value]) -> list[Any]:
    given = {
        _as_param(_mark(type(value), place)): _as_param(value) for place, value in enumerate(values)
    }
    return [given.get(param, param) for param in params]


def _as_param(value: Value) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value


def in_steps(numbers: Collection[int]) -> list[int]:
    """For an ``IN``: the last is repeated up to the next step."""
    asked = sorted(numbers)
    return asked + asked[-1:] * (-len(asked) % STEP)
