"""At which stories a body points ("Read also")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

MOST = 12


def stories_pointed_at(segments: Iterable[Mapping[str, Any]]) -> list[int]:
    """Their ids, each once, in the order of the text; what is beyond ``MOST`` is left out."""
    ids = dict.fromkeys(part["story"] for part in segments if part["kind"] == "related")
    return list(ids)[:MOST]
