"""Two people changed the same text: join both changes, or say where they clash.

Plain three-way merging: ``base`` is what both started from. Nothing that either side wrote is ever
dropped without a word: it is in the result, or in a ``Clash`` that shows both sides. A clash is
named by what it is about (``key``), so that an answer to it stays an answer when one side goes on
writing; ``choices`` holds those answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from articles.text.hunks import Cluster, clusters
from articles.text.plain import plain_text
from articles.text.tree import parse, serialise

MINE, THEIRS, BOTH = "mine", "theirs", "both"
Choices = Mapping[str, str]


@dataclass(frozen=True)
class Clash:
    """Both sides changed the same thing differently."""

    field: str
    base: Any
    mine: Any
    theirs: Any
    takes_both: bool = False

    @property
    def key(self) -> str:
        """The same as long as it is about the same words of the other side."""
        told = repr((self.field, self.base, self.theirs)).encode("utf-8", "surrogatepass")
        return sha256(told).hexdigest()[:16]


@dataclass
class Merged:
    """``taken``: in how many places something of theirs came in."""

    value: Any = None
    clashes: list[Clash] = field(default_factory=list)
    taken: int = 0


def merge_value(name: str, base: Any, mine: Any, theirs: Any, choices: Choices) -> Merged:
    """A value that changes as a whole: a headline, a section, a time."""
    if theirs in (mine, base):
        return Merged(mine)
    if mine == base:
        return Merged(theirs, taken=1)
    clash = Clash(name, base, mine, theirs)
    answer = choices.get(clash.key)
    if answer == THEIRS:
        return Merged(theirs, taken=1)
    return Merged(mine, [] if answer == MINE else [clash])


def merge_members(base: Iterable[Any], mine: Iterable[Any], theirs: Iterable[Any]) -> Merged:
    """Topics, countries: what either added comes in, what either took away goes."""
    old, own, other = list(base), list(mine), list(theirs)
    value = [one for one in own if one in other or one not in old]
    value += [one for one in other if one not in own and one not in old]
    return Merged(value, taken=int(value != own))


def merge_rows(
    name: str,
    base: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    choices: Choices,
) -> Merged:
    """Rows by what they are about; None is a row that is not there (any more)."""
    merged = Merged({})
    for key in dict.fromkeys((*mine, *theirs, *base)):
        row = _row(f"{name} {key}", base.get(key), mine.get(key), theirs.get(key), choices)
        merged.clashes += row.clashes
        merged.taken += row.taken
        if row.value is not None:
            merged.value[key] = row.value
    return merged


def _row(name: str, base: Any, mine: Any, theirs: Any, choices: Choices) -> Merged:
    if not (isinstance(mine, Mapping) and isinstance(theirs, Mapping)):
        return merge_value(name, base, mine, theirs, choices)
    old = base or {}
    row = Merged({})
    for part in mine:
        one = merge_value(f"{name} {part}", old.get(part), mine[part], theirs[part], choices)
        row.value[part] = one.value
        row.clashes += one.clashes
        row.taken = row.taken or one.taken
    return row


def blocks_of(html: str) -> list[str]:
    """The paragraphs of a cleaned body: its blocks, whatever they are."""
    nodes = (serialise([node]) for node in parse(html))
    return [block for block in nodes if block.strip()]


def merge_body(base: str, mine: str, theirs: str, choices: Choices) -> Merged:
    """By paragraph. Different new paragraphs at the same place both stay, theirs first."""
    sides = [blocks_of(one) for one in (base, mine, theirs)]
    merged = Merged([])
    for cluster in clusters(*sides):
        _settle(cluster, choices, merged)
    merged.value = "\n".join(merged.value)
    return merged


def _settle(cluster: Cluster, choices: Choices, merged: Merged) -> None:
    base, mine, theirs = cluster.base, cluster.mine, cluster.theirs
    if theirs in (mine, base):
        merged.value += mine
        return
    if mine == base:
        merged.value += theirs
        merged.taken += 1
        return
    if not base and not _alike(mine, theirs):
        merged.value += theirs + mine
        merged.taken += 1
        return
    _decide(Clash("body", base, mine, theirs, takes_both=True), choices, merged)


def _decide(clash: Clash, choices: Choices, merged: Merged) -> None:
    answers = {MINE: clash.mine, THEIRS: clash.theirs, BOTH: clash.theirs + clash.mine}
    answer = choices.get(clash.key, "")
    merged.value += answers.get(answer, clash.mine)
    merged.taken += answer in (THEIRS, BOTH)
    if answer not in answers:
        merged.clashes.append(clash)


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Two wordings of one thing rather than two things: half of the words of the shorter."""
    own, other = (set(plain_text("\n".join(side)).casefold().split()) for side in (mine, theirs))
    shared = len(own & other)
    return shared > 0 and 2 * shared >= min(len(own), len(other))
