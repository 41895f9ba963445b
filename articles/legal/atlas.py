"""The atlas: which places there are, what belongs to what, and how sources spell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from articles.models.region import Region, RegionAlias, RegionMembership
from articles.vocabularies import Extent, RegionKind


class Membership(IntEnum):
    """Ordered, so that the best of several is their maximum."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass(frozen=True)
class Member:
    code: str
    extent: str = Extent.FULL
    starts_on: date | None = None
    ends_on: date | None = None

    def counts_on(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (
            self.ends_on is None or day < self.ends_on
        )


@dataclass(frozen=True)
class Place:
    """Where a reader is, as a region code; empty when unknown."""

    region: str = ""


UNKNOWN = Place()


@dataclass(frozen=True)
class Atlas:
    kinds: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[Member, ...]] = field(default_factory=dict)
    aliases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # Subdivisions that lie in another subdivision (London in England); others lie in their country.
    parents: Mapping[str, str] = field(default_factory=dict)

    def place(self, country: str, subdivision: str = "") -> Place:
        """From a source's codes or names to a region that all sources agree on.

        A city is never asked: there is a Donetsk in Rostov oblast.
        """
        country, subdivision = country.strip().upper(), subdivision.strip().casefold()
        if alias := self.aliases.get((country, subdivision)):
            return Place(alias)
        code = f"{country}-{subdivision.upper()}"
        if self.kinds.get(code) == RegionKind.SUBDIVISION:
            return Place(code)
        return Place(country) if self.kinds.get(country) == RegionKind.COUNTRY else UNKNOWN

    def membership(self, place: Place, target: str, day: date) -> Membership:
        """Whether ``place`` lies in the region ``target`` on ``day``."""
        if place == UNKNOWN:
            return Membership.MAYBE
        if target in self.groups:
            return self._in_group(place, target, day)
        if target in self.around(place.region):
            return Membership.YES
        # Only something larger is known, and the target is a part of it.
        return Membership.MAYBE if place.region in self.around(target) else Membership.NO

    def changes_of(self, regions: Iterable[str]) -> set[date]:
        """Every day on which a member joins or leaves one of these groups (or a group in them)."""
        days: set[date] = set()
        for region in regions:
            for member in self.groups.get(region, ()):
                days |= {day for day in (member.starts_on, member.ends_on) if day}
                days |= self.changes_of({member.code} & self.groups.keys())
        return days

    def around(self, region: str) -> Iterator[str]:
        """The region and all that it lies in: ``GB-LND``, ``GB-ENG``, ``GB``."""
        while region:
            yield region
            region = self.parents.get(region) or _country(region)

    def _in_group(self, place: Place, group: str, day: date) -> Membership:
        best = Membership.NO
        for member in self.groups[group]:
            if member.counts_on(day):
                found = self.membership(place, member.code, day)
                limit = Membership.YES if member.extent == Extent.FULL else Membership.MAYBE
                best = max(best, min(found, limit))
        return best


def load_atlas() -> Atlas:
    """Read the whole atlas: three queries."""
    regions = list(Region.objects.values_list("code", "kind", "parent__code"))
    kinds = {code: kind for code, kind, _parent in regions}
    parents = {code: parent for code, _kind, parent in regions if parent}
    groups: dict[str, list[Member]] = {
        code: [] for code, kind in kinds.items() if kind == RegionKind.GROUP
    }
    rows = RegionMembership.objects.values_list(
        "group__code", "member__code", "extent", "starts_on", "ends_on"
    )
    for group, code, extent, starts_on, ends_on in rows:
        groups.setdefault(group, []).append(Member(code, extent, starts_on, ends_on))
    aliases = {
        (country, subdivision): code
        for country, subdivision, code in RegionAlias.objects.values_list(
            "country", "subdivision", "region__code"
        )
    }
    members = {group: tuple(rows) for group, rows in groups.items()}
    return Atlas(kinds, members, aliases, parents)


def _country(code: str) -> str:
    """``UA-43`` lies in ``UA``; a country and a group lie in nothing by their code alone."""
    head, dash, _tail = code.partition("-")
    return head if dash else ""
