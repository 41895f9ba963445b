"""The law at a time in the past, from the manifest alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from articles.legal.atlas import Atlas, Place, load_atlas
from articles.legal.edition import atlas_from
from articles.legal.facets import Facets
from articles.legal.resolve import Resolution, resolve
from articles.legal.rules import Rule, rule_from
from articles.legal.schedule import Edition, edition_from
from articles.models import AtlasEdition, NoticeManifest, NoticeVersion
from articles.proof.refusals import Broken
from articles.proof.versions import Versions
from articles.publishing.manifest import editions, hash_of
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
    versions, flaw = Versions().of(entry.content)
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
