"""What lists show of a story: the same text, wherever and however often it is read."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models.expressions import Col

MOST = 1_000


class CardField(models.JSONField):
    """Nobody changes what is read from it: whoever reads the same text again gets the same value.

    A front has fifty cards, and is made anew for each that is new.
    """

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        if isinstance(expression, Col) and isinstance(value, str) and self.decoder is None:
            return _read(value)
        return super().from_db_value(value, expression, connection)

    def deconstruct(self) -> Any:
        """To the database it is like any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs


@lru_cache(maxsize=MOST)
def _read(text: str) -> Any:
    return json.loads(text)
