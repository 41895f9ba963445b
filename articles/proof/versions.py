"""Whether the notice versions that an entry names still are what it says of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from articles.models import NoticeVersion
from articles.publishing.manifest import approval_as_data
from articles.publishing.snapshot import content_hash

Row = dict[str, Any]


class Versions:
    """Each version is read and hashed once, however many entries say the same of it."""

    def __init__(self) -> None:
        self._good: dict[int, tuple[Row, NoticeVersion]] = {}
        self._ahead: dict[int, NoticeVersion] = {}

    def of(self, content: Row) -> tuple[dict[int, NoticeVersion], str]:
        """The versions that an entry names, and what is wrong with the first that is not so."""
        rows = _rows(content)
        new = [number for number, row in rows.items() if self._known(number) != row]
        found = self._read(new)
        for number in new:
            row, version = rows[number], found.get(number)
            if version is None:
                return {}, f"version {row['number']} of “{row['slug']}” is gone."
            if flaw := _flaw(row, version):
                return {}, f"version {row['number']} of “{row['slug']}” {flaw}"
            self._good[number] = (row, version)
        # What an entry no longer names is let go, so that a long chain needs little memory.
        self._good = {number: self._good[number] for number in rows}
        return {number: version for number, (_row, version) in self._good.items()}, ""

    def look_ahead(self, contents: Iterable[Row]) -> None:
        """One question for all the versions that the next entries name."""
        named = {row["id"] for content in contents for row in content["versions"]}
        self._ahead = _people().in_bulk(named - self._good.keys())

    def _read(self, numbers: list[int]) -> dict[int, NoticeVersion]:
        missing = [number for number in numbers if number not in self._ahead]
        return self._ahead | (_people().in_bulk(missing) if missing else {})

    def _known(self, number: int) -> Row | None:
        return self._good[number][0] if number in self._good else None


def _people() -> QuerySet[NoticeVersion]:
    return NoticeVersion.objects.select_related("approved_by", "proposed_by", "reviewed_by")


def _rows(content: Row) -> dict[int, Row]:
    """By id: all that an entry says of a version."""
    approvals = {row["id"]: row for row in content["approvals"]}
    return {row["id"]: row | {"approval": approvals.get(row["id"])} for row in content["versions"]}


def _flaw(row: Row, version: NoticeVersion) -> str:
    """Reads after the version's name."""
    if content_hash(version.content) != row["content_hash"]:
        return "has another content: the hash differs."
    if version.content_hash != row["content_hash"] or version.number != row["number"]:
        return "has another number or hash in its own row."
    if (_iso(version.starts_at), _iso(version.ends_at)) != (row["starts_at"], row["ends_at"]):
        return "has other dates in its own row."
    if approval_as_data(version) != row["approval"]:
        return "was proposed or approved by somebody else, or at another time, than recorded."
    return ""


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
