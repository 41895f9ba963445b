"""From what a source calls a place to the code of the region that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from articles.text.spellings import LONGEST, spelling, without_kind
from articles.vocabularies import RegionKind

Spelled = dict[tuple[str, str], str]
# Two regions of one country go by this name: nobody can say which is meant.
AMBIGUOUS = ""


class Gazetteer:
    """Aliases first, then codes of ISO 3166-2 in all their shapes, then names."""

    def __init__(
        self,
        kinds: Mapping[str, str],
        aliases: Mapping[tuple[str, str], str],
        names: Mapping[str, str],
    ) -> None:
        self.kinds, self.names = kinds, names
        self.aliases: Spelled = {
            (country, spelling(said)): code for (country, said), code in aliases.items()
        }

    def region(self, country: str, subdivision: str = "") -> str:
        """The region's code; the country's where its part is not known; else empty."""
        country = country.strip().upper()
        country = self.aliases.get((country, ""), country)
        part = self.part(country, subdivision) if subdivision else ""
        return part or (country if self.kinds.get(country) == RegionKind.COUNTRY else "")

    def part(self, country: str, subdivision: str) -> str:
        """The part of ``country`` that a code or a name means, or empty."""
        if len(subdivision) > LONGEST:
            return ""
        spelled = spelling(subdivision)
        said = list(_shapes(country, spelled))
        return (
            self._alias(country, said)
            or self._code(country, said)
            or self._names.get((country, spelled), "")
            or self._loose_names.get((country, without_kind(spelled)), "")
        )

    def _alias(self, country: str, said: Iterable[str]) -> str:
        found = (self.aliases.get((country, one)) for one in said if one)
        return next((code for code in found if code), "")

    def _code(self, country: str, said: Iterable[str]) -> str:
        codes = (f"{country}-{one.upper()}" for one in said)
        return next((code for code in codes if self._is_subdivision(code)), "")

    def _is_subdivision(self, code: str) -> bool:
        return self.kinds.get(code) == RegionKind.SUBDIVISION

    @cached_property
    def _names(self) -> Spelled:
        return _unambiguous(self._spelled_names())

    @cached_property
    def _loose_names(self) -> Spelled:
        return _unambiguous(
            (country, without_kind(name), code) for country, name, code in self._spelled_names()
        )

    def _spelled_names(self) -> Iterator[tuple[str, str, str]]:
        for code, name in self.names.items():
            if self._is_subdivision(code):
                yield code.partition("-")[0], spelling(name), code


def _shapes(country: str, spelled: str) -> Iterator[str]:
    """``ua 43`` and ``ua43`` for UA also mean ``43``; a lone digit also means ``05``."""
    yield spelled
    short = spelled.replace(" ", "").removeprefix(country.lower())
    if short != spelled:
        yield short
    if len(short) == 1 and short.isdigit():
        yield f"0{short}"


def _unambiguous(rows: Iterable[tuple[str, str, str]]) -> Spelled:
    found: Spelled = {}
    for country, name, code in rows:
        key = (country, name)
        found[key] = code if found.get(key, code) == code else AMBIGUOUS
    return {key: code for key, code in found.items() if key[1] and code}
