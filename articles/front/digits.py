"""So many digits in an address, and no others: there is one address for each day."""

from __future__ import annotations

from django.urls import register_converter


class Digits:
    def __init_subclass__(cls, many: int) -> None:
        cls.many, cls.regex = many, rf"[0-9]{{{many}}}"

    many: int
    regex: str

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:0{self.many}}"


class Year(Digits, many=4): ...


class Two(Digits, many=2): ...


class Part:
    regex = "0|[1-9][0-9]{0,9}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(Year, "year")
register_converter(Two, "two")
register_converter(Part, "part")
