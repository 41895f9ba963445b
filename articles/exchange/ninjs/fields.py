"""Reading one field of somebody else's JSON: the right type, or a sentence that says where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from articles.exchange.refusal import BadInput
from articles.text.sanitise import clean_line


@dataclass(frozen=True)
class Fields:
    """An object of an item; ``path`` is where it stands, for the refusal."""

    data: Mapping[str, Any]
    file: str
    item: str
    path: str = ""

    def refuse(self, field: str, message: str) -> BadInput:
        path = f"{self.path}.{field}" if self.path else field
        return BadInput(message, file=self.file, item=self.item, field=path)

    def text(self, field: str) -> str:
        """Unclean text, for bodies; an absent field is empty."""
        value = self.data.get(field)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.refuse(field, f"must be text, not {_kind(value)}.")
        return value

    def line(self, field: str, limit: int) -> str:
        text = clean_line(self.text(field))
        if len(text) > limit:
            raise self.refuse(field, f"is longer than {limit} characters.")
        return text

    def number(self, field: str, low: int, high: int) -> int | None:
        value = self.data.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.refuse(field, f"must be a whole number from {low} to {high}.")
        return value

    def moment(self, field: str) -> datetime | None:
        text = self.text(field)
        if not text:
            return None
        try:
            moment = parse_datetime(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise self.refuse(field, f"“{text[:40]}” is not a date with time and zone.")
        return moment

    def objects(self, field: str) -> list[Fields]:
        value = self.data.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.refuse(field, f"must be a list, not {_kind(value)}.")
        return [self._object(field, number, row) for number, row in enumerate(value)]

    def object(self, field: str) -> Fields | None:
        value = self.data.get(field)
        return None if value is None else self._object(field, None, value)

    def _object(self, field: str, number: int | None, value: Any) -> Fields:
        name = field if number is None else f"{field}[{number}]"
        if not isinstance(value, dict):
            raise self.refuse(name, f"must be an object, not {_kind(value)}.")
        path = f"{self.path}.{name}" if self.path else name
        return Fields(value, self.file, self.item, path)


def _kind(value: Any) -> str:
    names: dict[type, str] = {
        bool: "a truth value",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
