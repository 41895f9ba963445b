"""Reading the demonstration's TOML files."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CONTENT = HERE / "content"
PICTURES = HERE / "pictures"

Table = dict[str, Any]


@cache
def house() -> Table:
    """services.toml: services, topics, staff."""
    return _read(HERE / "services.toml")


@cache
def words_of(language: str) -> Table:
    """A service's own words: service, sections, topics, contributors, sources."""
    return _read(CONTENT / language / "service.toml")


def stories_of(language: str) -> list[Table]:
    return [_read(path) for path in sorted((CONTENT / language / "stories").glob("*.toml"))]


def live_of(language: str) -> Table:
    """Live coverage: the story and its entries, the oldest first."""
    return _read(CONTENT / language / "live.toml")


@cache
def topic_descriptions() -> Table:
    """topics.toml: by language and slug."""
    return _read(CONTENT / "topics.toml")


@cache
def pictures() -> dict[str, Table]:
    """pictures.toml by name: title, focal point, credit."""
    rows = _read(PICTURES / "pictures.toml")["pictures"]
    return {row["name"]: row for row in rows}


def _read(path: Path) -> Table:
    with path.open("rb") as file:
        return tomllib.load(file)
