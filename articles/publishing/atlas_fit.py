"""Whether a region, its members and its spellings make sense; each finding is a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Region, RegionAlias, RegionMembership
from articles.publishing.refusals import Problem
from articles.vocabularies import RegionKind

CODES = {
    RegionKind.COUNTRY.value: (r"[A-Z]{2}", gettext_lazy("two capital letters (RU)")),
    RegionKind.SUBDIVISION.value: (
        r"[A-Z]{2}-[A-Z0-9]{1,3}",
        gettext_lazy("the country, a hyphen and up to three capital letters or digits (UA-43)"),
    ),
    RegionKind.GROUP.value: (
        r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*",
        gettext_lazy("capital letters and digits, with hyphens between (UA-OCC)"),
    ),
}


@dataclass(frozen=True)
class Term:
    """A member of a group for a time; half-open."""

    member: Region
    starts_on: date | None = None
    ends_on: date | None = None


def region_problems(region: Region) -> Iterator[Problem]:
    """Of the region itself: its code and where it lies."""
    if region.kind not in CODES:
        yield Problem("kind", "kind", _("A region is a country, a subdivision or a group."))
        return
    pattern, words = CODES[region.kind]
    if not re.fullmatch(pattern, region.code):
        label = RegionKind(region.kind).label.lower()
        yield Problem(
            "code",
            "code",
            _("The code of a %(label)s is %(words)s, not “%(code)s”.")
            % {"label": label, "words": words, "code": region.code},
        )
    if region.parent is not None:
        yield from _parent_problems(region, region.parent)


def _parent_problems(region: Region, parent: Region) -> Iterator[Problem]:
    if region.kind != RegionKind.SUBDIVISION:
        yield Problem("parent", "parent", _("Only a subdivision lies in another region."))
    elif parent.kind == RegionKind.GROUP or _country_of(parent) != _country_of(region):
        sentence = _("%(code)s cannot lie in %(parent)s: that is no part of its country.") % {
            "code": region.code,
            "parent": parent.code,
        }
        yield Problem("parent", "parent", sentence)
    elif region.pk in _chain(parent):
        yield Problem(
            "parent",
            "parent",
            _("%(code)s cannot lie in itself through %(parent)s.")
            % {"code": region.code, "parent": parent},
        )


def _country_of(region: Region) -> str:
    return region.code.partition("-")[0]


def _chain(region: Region | None) -> list[int]:
    """The region and all that it lies in, by id."""
    found: list[int] = []
    while region is not None and region.pk not in found:
        found.append(region.pk)
        region = region.parent
    return found


def member_problems(group: Region, terms: Sequence[Term]) -> Iterator[Problem]:
    """Of all the members that a group is to have."""
    if terms and group.kind != RegionKind.GROUP:
        yield Problem(
            "members", "", _("%(group)s is no group: it has no members.") % {"group": group}
        )
    for term in terms:
        if term.starts_on and term.ends_on and term.ends_on <= term.starts_on:
            sentence = _("%(member)s: the first day no longer must be after the first day.") % {
                "member": term.member
            }
            yield Problem("dates", "", sentence)
    yield from _overlaps(terms)
    yield from _cycles(group, {term.member for term in terms})


def _overlaps(terms: Iterable[Term]) -> Iterator[Problem]:
    """A place may leave and join again, but is not a member twice at a time."""
    ordered = sorted(terms, key=lambda term: (term.member.code, term.starts_on or date.min))
    for member, rows in groupby(ordered, key=lambda term: term.member):
        for before, after in pairwise(rows):
            if before.ends_on is None or before.ends_on > (after.starts_on or date.min):
                yield Problem(
                    "overlap",
                    "",
                    _("%(member)s is a member twice at the same time.") % {"member": member},
                )
                break


def _cycles(group: Region, members: Iterable[Region]) -> Iterator[Problem]:
    rows = RegionMembership.objects.exclude(group=group).values_list("group_id", "member_id")
    inside: dict[int, set[int]] = {}
    for outer, inner in rows:
        inside.setdefault(outer, set()).add(inner)
    for member in members:
        if group.pk is not None and group.pk in _reached(member.pk, inside):
            sentence = _("%(code)s would contain itself through %(member)s.") % {
                "code": group.code,
                "member": member,
            }
            yield Problem("cycle", "", sentence)


def _reached(start: int, inside: dict[int, set[int]]) -> set[int]:
    seen, waiting = set[int](), [start]
    while waiting:
        region = waiting.pop()
        if region not in seen:
            seen.add(region)
            waiting += inside.get(region, ())
    return seen


def alias_problems(alias: RegionAlias) -> Iterator[Problem]:
    """Of one spelling, which is already in its kept form (``text.spellings``)."""
    if not re.fullmatch(r"[A-Z]{2}", alias.country):
        yield Problem("country", "country", _("A country's code is two capital letters (RU)."))
    known = Region.objects.filter(code=alias.country, kind=RegionKind.COUNTRY)
    if not alias.subdivision and known.exists():
        sentence = _("%(country)s is a country already: say which part of it is meant.") % {
            "country": alias.country
        }
        yield Problem("subdivision", "subdivision", sentence)
    others = RegionAlias.objects.filter(country=alias.country, subdivision=alias.subdivision)
    other = others.exclude(pk=alias.pk).select_related("region").first()
    if other is not None:
        sentence = _("%(country)s with “%(part)s” already means %(region)s.") % {
            "country": alias.country,
            "part": alias.subdivision,
            "region": other.region,
        }
        yield Problem("subdivision", "subdivision", sentence)
