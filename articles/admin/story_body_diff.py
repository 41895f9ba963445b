"""The text of two versions, side by side in one column: runs that stayed are folded away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from articles.admin.story_names import Names, Picture
from articles.text.diff import Piece
from articles.text.paragraphs import Fate, Paragraph, body_diff

AROUND = 1  # paragraphs shown on each side of a change
# Longer runs of unchanged text are counted, not sent: 200,000 words would be nobody's reading.
MOST_FOLDED = 60

TOLD = {
    Fate.ADDED: _("Added"),
    Fate.REMOVED: _("Removed"),
    Fate.CHANGED: _("Changed"),
    Fate.MARKUP: _("Same words, other links or emphasis"),
    Fate.MOVED_HERE: _("Moved here"),
    Fate.MOVED_AWAY: _("Moved from here"),
}


@dataclass(frozen=True)
class Row:
    """One paragraph; ``told`` says in words what happened to it."""

    fate: str
    told: str
    tag: str
    pieces: tuple[Piece, ...]
    picture: Picture | None


@dataclass(frozen=True)
class Part:
    """Rows to be seen, or an unchanged run that is folded (``rows``) or only counted."""

    rows: tuple[Row, ...]
    folded: int = 0

    @property
    def changes(self) -> bool:
        return not self.folded and any(row.told for row in self.rows)


def parts_of(old: str, new: str, names: Names) -> Iterator[Part]:
    if old == new:
        return
    found = body_diff(old, new)
    for is_same, run in groupby(enumerate(found), key=lambda pair: pair[1].fate is Fate.SAME):
        numbered = list(run)
        rows = [_row(paragraph, names) for _number, paragraph in numbered]
        if is_same:
            is_first, is_last = numbered[0][0] == 0, numbered[-1][0] == len(found) - 1
            yield from _folded(rows, 0 if is_first else AROUND, 0 if is_last else AROUND)
        else:
            yield Part(tuple(rows))


def _folded(rows: list[Row], before: int, after: int) -> Iterator[Part]:
    """``before`` and ``after``: how many stay in view beside the changes around the run."""
    if len(rows) <= before + after + 1:
        yield Part(tuple(rows))
        return
    end = len(rows) - after
    inner = rows[before:end]
    if before:
        yield Part(tuple(rows[:before]))
    yield Part(tuple(inner) if len(inner) <= MOST_FOLDED else (), folded=len(inner))
    if after:
        yield Part(tuple(rows[end:]))


def _row(paragraph: Paragraph, names: Names) -> Row:
    block = paragraph.block
    return Row(
        fate=paragraph.fate.value,
        told=str(TOLD.get(paragraph.fate, "")),
        tag=block.tag,
        pieces=paragraph.pieces,
        picture=names.picture(block.photo_id) if block.photo_id else None,
    )
