"""The atlas as data and back: what an ``AtlasEdition`` holds, so that a date can be replayed."""

from __future__ import annotations

from datetime import date
from typing import Any

from articles.legal.atlas import Atlas, Member

Row = list[str | None]


def atlas_as_data(atlas: Atlas) -> dict[str, Any]:
    """Sorted throughout, so that equal atlases give equal bytes."""
    kinds: dict[str, list[str]] = {}
    for code in sorted(atlas.kinds):
        kinds.setdefault(str(atlas.kinds[code]), []).append(code)
    return {
        "kinds": kinds,
        "parents": dict(atlas.parents),
        "groups": {code: sorted(map(_row, rows), key=str) for code, rows in atlas.groups.items()},
        "aliases": sorted([*spelling, code] for spelling, code in atlas.aliases.items()),
    }


def atlas_from(data: dict[str, Any]) -> Atlas:
    return Atlas(
        kinds={code: kind for kind, codes in data["kinds"].items() for code in codes},
        groups={code: tuple(map(_member, rows)) for code, rows in data["groups"].items()},
        aliases={(country, part): code for country, part, code in data["aliases"]},
        parents=data["parents"],
    )


def _row(member: Member) -> Row:
    days = (member.starts_on, member.ends_on)
    return [member.code, str(member.extent), *(day.isoformat() if day else None for day in days)]


def _member(row: Row) -> Member:
    code, extent, starts_on, ends_on = row
    return Member(str(code), str(extent), _day(starts_on), _day(ends_on))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
