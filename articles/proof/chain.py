"""Whether the manifest is whole: every entry as it was written, none missing, none put between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.legal.atlas import load_atlas
from articles.legal.edition import atlas_as_data, atlas_from
from articles.legal.rules import load_rules, rule_from
from articles.legal.schedule import edition_from, law_as_data
from articles.models import AtlasEdition, NoticeManifest, NoticeVersion
from articles.proof.replay import flaw_of_atlas, flaw_of_entry
from articles.proof.versions import Versions
from articles.publishing.manifest import GENESIS, NO_HASH, editions
from articles.publishing.snapshot import content_hash

AT_ONCE = 50


@dataclass(frozen=True)
class State:
    """``flaw`` is empty for a whole chain; ``entries`` counts those that were found good."""

    entries: int
    head: str
    flaw: str = ""
    head_number: int = GENESIS

    @property
    def is_whole(self) -> bool:
        return not self.flaw


def verify(*, now: datetime, noted_head: str = "", recompute: bool = True) -> State:
    """Walk the chain from its first entry; the first thing that is wrong is named.

    Entries that were cut off at the end leave no gap, so the newest one is held against what is
    in force now, and ``noted_head`` (a hash noted outside earlier) must be in the chain. Without
    ``recompute`` the schedules are not made again: the hashes cover them, but not how they came
    about.
    """
    walk = _Walk(recompute)
    noted = noted_head.strip().casefold()
    is_noted_found = not noted
    for entry in _entries(walk):
        if flaw := walk.flaw(entry):
            return State(walk.good, walk.head, f"Entry {entry.number}: {flaw}", walk.number)
        is_noted_found = is_noted_found or entry.entry_hash == noted
    flaw = "" if is_noted_found else f"The head noted earlier, {noted}, is not in this chain."
    flaw = flaw or _flaw_of_today(walk.newest, now)
    return State(walk.good, walk.head, flaw, walk.number)


class _Walk:
    """What the entries so far lead to expect of the next one."""

    def __init__(self, recompute: bool) -> None:
        self.recompute = recompute
        self.good = 0
        self.newest: NoticeManifest | None = None
        self._atlas: AtlasEdition | None = None
        self._versions = Versions()

    def expect(self, entries: Sequence[NoticeManifest]) -> None:
        self._versions.look_ahead(entry.content for entry in entries)

    @property
    def head(self) -> str:
        return self.newest.entry_hash if self.newest else NO_HASH

    @property
    def number(self) -> int:
        return self.newest.number if self.newest else GENESIS

    def flaw(self, entry: NoticeManifest) -> str:
        """Empty when ``entry`` is as it was written, in its place."""
        if entry.number != self.good + GENESIS:
            return f"an entry is missing before it: number {self.good + GENESIS} was expected."
        if entry.previous_hash != self.head:
            return "it does not follow on the entry before: the previous hash differs."
        flaw = flaw_of_entry(entry) or self._flaw_of_atlas(entry) or self._flaw_of_law(entry)
        if not flaw:
            self.good, self.newest = self.good + 1, entry
        return flaw

    def _flaw_of_atlas(self, entry: NoticeManifest) -> str:
        """Most entries share their atlas with the one before: it is read and hashed once."""
        if self._atlas is None or self._atlas.pk != entry.atlas_id:
            self._atlas = AtlasEdition.objects.get(pk=entry.atlas_id)
        return flaw_of_atlas(self._atlas)

    def _flaw_of_law(self, entry: NoticeManifest) -> str:
        versions, flaw = self._versions.of(entry.content)
        if flaw or not self.recompute:
            return flaw
        return _flaw_of_schedule(entry, list(versions.values()), self._atlas)


def _flaw_of_schedule(
    entry: NoticeManifest, versions: Sequence[NoticeVersion], atlas: AtlasEdition | None
) -> str:
    if atlas is None:
        return "it names no atlas."
    made = law_as_data(
        [rule_from(version) for version in versions],
        [edition_from(row) for row in entry.content["services"]],
        atlas_from(atlas.content),
        entry.happened_at,
    )
    differing = [part for part in made if made[part] != entry.content.get(part)]
    if differing:
        return f"made again from its versions and atlas, its {differing[0]} is another."
    return ""


def _flaw_of_today(newest: NoticeManifest | None, now: datetime) -> str:
    """Whether the law in force now is the one of the newest entry."""
    rules = load_rules(now)
    if newest is None:
        some = f"{len(rules)} notices are in force, but the manifest has no entry."
        return some if rules else ""
    named = {row["id"]: row for row in newest.content["versions"]}
    for rule in rules:
        if rule.version_id not in named:
            return f"Version {rule.number} of “{rule.slug}” is in force, but no entry says so."
    in_force = {rule.version_id for rule in rules}
    for row in named.values():
        over = row["ends_at"] and datetime.fromisoformat(row["ends_at"]) <= now
        if row["id"] not in in_force and not over:
            return f"Version {row['number']} of “{row['slug']}” is not in force; no entry says so."
    return _flaw_of_ground(newest)


def _flaw_of_ground(newest: NoticeManifest) -> str:
    """The atlas and the services in use, against those of the newest entry."""
    if content_hash(atlas_as_data(load_atlas())) != newest.atlas.content_hash:
        return "The atlas in use is another than that of the newest entry."
    if [one.as_data() for one in editions()] != newest.content["services"]:
        return "The services are others than those of the newest entry."
    return ""


def _entries(walk: _Walk) -> Iterator[NoticeManifest]:
    """In order, a few at a time: a chain may be long. The atlas comes without its content."""
    last = -1
    while batch := list(
        NoticeManifest.objects.select_related("atlas")
        .defer("atlas__content")
        .filter(number__gt=last)
        .order_by("number")[:AT_ONCE]
    ):
        walk.expect(batch)
        yield from batch
        last = batch[-1].number
