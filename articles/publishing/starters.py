"""Starter templates of legal notices: well-known laws, with blanks for what only counsel knows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.vocabularies import NoticeKind, Reach

BRACKETED = re.compile(r"\[[^\[\]]{2,120}\]")
# What a kind of notice does where the place is uncertain: warn rather than stay silent, and
# withhold nothing on a guess.
USUAL_REACH: dict[str, str] = {
    NoticeKind.READER_WARNING.value: Reach.MATCHED_OR_UNKNOWN.value,
    NoticeKind.LABEL.value: Reach.MATCHED_OR_UNKNOWN.value,
    NoticeKind.PRIVACY.value: Reach.MATCHED_OR_UNKNOWN.value,
    NoticeKind.WITHHELD.value: Reach.MATCHED.value,
    NoticeKind.ELECTION_SILENCE.value: Reach.MATCHED.value,
    NoticeKind.INFO.value: Reach.MATCHED.value,
}
_DATA = (Path(__file__).parent / "starters.json").read_text("utf-8")


@dataclass(frozen=True)
class Starter:
    """``fields`` are those of the notice; ``targets`` are values to include, by dimension."""

    key: str
    name: str
    about: str
    fields: Mapping[str, Any]
    targets: Mapping[str, list[str]]
    texts: list[dict[str, Any]]


def _words(one: Starter) -> Iterator[str]:
    for row in (one.fields, *one.texts):
        yield from (value for value in row.values() if isinstance(value, str))


STARTERS = tuple(Starter(**row) for row in json.loads(_DATA))
# As they stand in the texts, without case: whoever proposes a notice must have filled them in.
BLANKS = frozenset(
    blank.casefold()
    for one in STARTERS
    for words in _words(one)
    for blank in BRACKETED.findall(words)
)


def starter(key: str) -> Starter | None:
    return next((one for one in STARTERS if one.key == key), None)


def blanks_in(words: str) -> tuple[list[str], list[str]]:
    """Blanks of a starter that were left, and other words in brackets: those may be meant."""
    found = list(dict.fromkeys(BRACKETED.findall(words)))
    left = [blank for blank in found if blank.casefold() in BLANKS]
    return left, [words for words in found if words not in left]
