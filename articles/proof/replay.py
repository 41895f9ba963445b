"""The law at a time in the past, from the manifest alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from articles.legal.atlas import Atlas, Place, load_atlas
from articles.legal.edition import atlas_from
from articles.legal.facets import Facets
from articles.legal.resolve import Resolution, resolve
from articles.legal.rules import Rule, rule_from
from articles.legal.schedule import Edition, edition_from
from articles.models import AtlasEdition, NoticeManifest, NoticeVersion
from articles.proof.refusals import Broken
from articles.publishing.manifest import approval_as_data, editions, hash_of
from articles.publishing.snapshot import content_hash


@dataclass(frozen=True)
class LawThen:
    """``entry`` is None before the manifest begins: then nothing was in force, as far as it says.

    ``rules`` are those in force at ``entry``; some may not have started, or may have ended.
    """

    entry: NoticeManifest | None
    versions: dict[int, NoticeVersion]
    atlas: Atlas
    editions: dict[str, Edition]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule_from(self.versions[number]) for number in sorted(self.versions))

    def resolve(
        self, place: Place, facets: Facets, at: datetime, also: Place | None = None
    ) -> Resolution:
        return resolve(place, facets, self.rules, self.atlas, at, also)


def law_then(at: datetime) -> LawThen:
    """What the newest entry not later than ``at`` says; raises Broken when it was tampered with."""
    entry = (
        NoticeManifest.objects.select_related("atlas")
        .filter(happened_at__lte=at)
        .order_by("-number")
        .first()
    )
    if entry is None:
        return LawThen(None, {}, load_atlas(), {one.slug: one for one in editions()})
    if flaw := flaw_of_entry(entry) or flaw_of_atlas(entry.atlas):
        raise Broken(f"Entry {entry.number} of the manifest cannot be trusted: {flaw}")
    versions, flaw = versions_of(entry.content)
    if flaw:
        raise Broken(f"Entry {entry.number} of the manifest cannot be replayed: {flaw}")
    known = {row["slug"]: edition_from(row) for row in entry.content["services"]}
    return LawThen(entry, versions, atlas_from(entry.atlas.content), known)


def flaw_of_entry(entry: NoticeManifest) -> str:
    """Empty when the entry says what it said when it was written."""
    if hash_of(entry) != entry.entry_hash:
        return "what it says no longer has the hash that it was sealed with."
    return ""


def flaw_of_atlas(atlas: AtlasEdition) -> str:
    if content_hash(atlas.content) != atlas.content_hash:
        return "its atlas is not the one that was recorded: the hash differs."
    return ""


def versions_of(content: dict[str, Any]) -> tuple[dict[int, NoticeVersion], str]:
    """The versions that an entry names, and what is wrong with the first that is not as named."""
    rows = content["versions"]
    found = NoticeVersion.objects.select_related("approved_by", "proposed_by", "reviewed_by")
    versions = found.in_bulk([row["id"] for row in rows])
    approvals = {row["id"]: row for row in content["approvals"]}
    for row in rows:
        if flaw := _flaw_of_version(row, approvals.get(row["id"]), versions.get(row["id"])):
            return versions, f"version {row['number']} of “{row['slug']}” {flaw}"
    return versions, ""


def _flaw_of_version(
    row: dict[str, Any], approval: dict[str, Any] | None, version: NoticeVersion | None
) -> str:
    """Whether a version still is what an entry says of it; reads after its name."""
    if version is None:
        return "is gone."
    if content_hash(version.content) != row["content_hash"]:
        return "has another content: the hash differs."
    if version.content_hash != row["content_hash"] or version.number != row["number"]:
        return "has another number or hash in its own row."
    if (_iso(version.starts_at), _iso(version.ends_at)) != (row["starts_at"], row["ends_at"]):
        return "has other dates in its own row."
    if approval_as_data(version) != approval:
        return "was proposed or approved by somebody else, or at another time, than recorded."
    return ""


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None
