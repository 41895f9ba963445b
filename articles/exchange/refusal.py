"""Bad input from outside: a sentence that names file, item and field."""

from __future__ import annotations


class BadInput(ValueError):
    def __init__(self, message: str, *, file: str = "", item: str = "", field: str = "") -> None:
        where = ", ".join(
            f"{name} {value}" for name, value in (("item", item), ("field", field)) if value
        )
        self.message, self.file, self.item, self.field = message, file, item, field
        super().__init__(": ".join(part for part in (file, where, message) if part))
