"""Queries whose text is put together once in a process.

For Django that costs several times what the database takes to answer, and most of what a page
costs that is made anew. These are made of numbers alone, so that their text is always the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
STEP = 16  # lists of numbers grow in steps, so that few texts are needed
# Stand for the numbers while the text is made: nothing in a query of ours is as small as they.
_FIRST_MARK = -(2**40)


@dataclass(frozen=True)
class _Text(Generic[M]):
    model: type[M]
    sql: str
    params: tuple[Any, ...]  # with marks among them


class Prepared(Generic[M]):
    """``made(*numbers)`` as a list of rows; ``names`` are fields that annotations are read into."""

    def __init__(self, made: Callable[..., QuerySet[M]], **names: str) -> None:
        self._made, self._names = made, names
        self._texts: dict[int, _Text[M]] = {}

    def __call__(self, *numbers: int) -> list[M]:
        many = len(numbers)
        text = self._texts.get(many)
        if text is None:
            text = self._texts[many] = self._text_for(many)
        marked = {_FIRST_MARK - place: number for place, number in enumerate(numbers)}
        params = [marked.get(param, param) for param in text.params]
        return list(text.model._base_manager.raw(text.sql, params, self._names))

    def _text_for(self, many: int) -> _Text[M]:
        queryset = self._made(*(_FIRST_MARK - place for place in range(many)))
        sql, params = queryset.query.sql_with_params()
        return _Text(queryset.model, sql, params)


def in_steps(numbers: Collection[int]) -> list[int]:
    """For an ``IN``: the last is repeated up to the next step."""
    asked = sorted(numbers)
    return asked + asked[-1:] * (-len(asked) % STEP)
