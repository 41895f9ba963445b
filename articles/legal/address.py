"""Where an address is, looked up offline: in the bundled data, or in an ``.mmdb`` file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from typing import Any

from iptocc import country_code

from articles.legal.address_file import record_of


@dataclass(frozen=True)
class Found:
    """A country's code and codes or names of its parts, the most exact first; empty: unknown."""

    country: str = ""
    parts: tuple[str, ...] = ()


NOTHING = Found()


def look_up(address: str, database: str = "") -> Found:
    """``address`` must be a valid one; ``database`` is empty for the bundled data."""
    if not database:
        return _in_country(country_code(address) or "")
    record = record_of(address, database)
    return _read(record) if isinstance(record, Mapping) else NOTHING


@cache
def _in_country(code: str) -> Found:
    """One for each country, not one for each reader."""
    return Found(code)


def _read(record: Mapping[str, Any]) -> Found:
    """Nested as MaxMind, DB-IP and IP2Location do it, or flat as ipinfo does.

    Where somebody's network is registered, or whom a base represents, is not where they are.
    """
    country = record.get("country")
    if isinstance(country, Mapping):
        return Found(_text(country.get("iso_code")), tuple(_nested_parts(record)))
    code = _text(record.get("country_code")) or _text(country)
    parts = (_text(record.get(key)) for key in ("region_code", "subdivision", "region", "state"))
    return Found(code, tuple(part for part in parts if part)) if len(code) == 2 else NOTHING


def _nested_parts(record: Mapping[str, Any]) -> list[str]:
    found = record.get("subdivisions")
    parts = []
    for part in reversed(found if isinstance(found, list) else []):
        if isinstance(part, Mapping):
            names = part.get("names")
            name = names.get("en") if isinstance(names, Mapping) else ""
            parts += [_text(part.get("iso_code")), _text(name)]
    return [part for part in parts if part]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


@cache
def bundled_data_made_at() -> datetime | None:
    """When the bundled data was built, by the package's bill of materials; None if it has none."""
    try:
        bills = [file for file in files("iptocc") or [] if "/sboms/" in file.as_posix()]
        stamp = json.loads(bills[0].read_text("utf-8"))["metadata"]["timestamp"]
        # Nanoseconds are more than a datetime can hold.
        return datetime.fromisoformat(f"{stamp[:19]}+00:00")
    except (PackageNotFoundError, IndexError, KeyError, TypeError, ValueError, OSError):
        return None
