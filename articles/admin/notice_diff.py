"""What changes between two states of a notice, field by field and word by word.

Whatever makes two contents unequal is shown here, also fields that nobody has named yet: an
approval is bound to a hash, and nothing may hide behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.admin.notice_fields import (
    LABELS,
    LISTS,
    TEXT_LABELS,
    legible,
    value_in_words,
)
from articles.admin.notice_terms import term
from articles.publishing.notice_names import Names, language_name, name_in
from articles.publishing.snapshot import Content
from articles.text.diff import Change, Piece, word_diff
from articles.text.direction import first_strong_direction
from articles.vocabularies import TargetDimension


@dataclass(frozen=True)
class FieldChange:
    """A list has one piece for each member; ``in_language`` are words of the notice's text."""

    label: str
    pieces: tuple[Piece, ...]
    is_list: bool = False
    in_language: bool = False

    @property
    def changes(self) -> bool:
        return any(piece.change != Change.SAME for piece in self.pieces)


@dataclass(frozen=True)
class TextChange:
    """The text of one language; ``change`` says whether the whole of it came or went."""

    tag: str
    language: str
    direction: str
    change: Change
    fields: tuple[FieldChange, ...]

    @property
    def changes(self) -> bool:
        return any(field.changes for field in self.fields)


@dataclass(frozen=True)
class NoticeDiff:
    fields: tuple[FieldChange, ...]
    texts: tuple[TextChange, ...]

    @property
    def changed_fields(self) -> list[FieldChange]:
        return [field for field in self.fields if field.changes]

    @property
    def unchanged_fields(self) -> list[FieldChange]:
        return [field for field in self.fields if not field.changes and field.pieces]

    @property
    def changed_texts(self) -> list[TextChange]:
        return [text for text in self.texts if text.changes]

    @property
    def unchanged_texts(self) -> list[TextChange]:
        return [text for text in self.texts if not text.changes]

    @property
    def changes(self) -> bool:
        return bool(self.changed_fields or self.changed_texts)


def notice_diff(before: Content | None, after: Content | None, names: Names) -> NoticeDiff:
    """None on one side: the whole notice comes, or goes."""
    old, new = before or {}, after or {}
    keys = [key for key in (*LABELS, *sorted({*old, *new} - {*LABELS, "texts", "targets"}))
            if key in old or key in new]  # fmt: skip
    fields = [_field(key, old, new) for key in keys]
    return NoticeDiff(
        fields=(*_targets(old, new, names), *fields),
        texts=tuple(_texts(old.get("texts", ()), new.get("texts", ()))),
    )


def _field(key: str, old: Content, new: Content) -> FieldChange:
    label = str(LABELS.get(key, key))
    if key in LISTS:
        was = [term(LISTS[key], value) for value in old.get(key, ())]
        will = [term(LISTS[key], value) for value in new.get(key, ())]
        return FieldChange(label, members(was, will), is_list=True)
    return FieldChange(label, whole(value_in_words(key, old), value_in_words(key, new)))


def _targets(old: Content, new: Content, names: Names) -> Iterator[FieldChange]:
    for dimension in TargetDimension:
        for is_exclude in (False, True):
            was = _target_names(old, dimension, names, is_exclude=is_exclude)
            will = _target_names(new, dimension, names, is_exclude=is_exclude)
            label = _("Not: %(dimension)s") if is_exclude else "%(dimension)s"
            words = label % {"dimension": dimension.label}
            yield FieldChange(words, members(was, will), is_list=True)


def _target_names(
    content: Content, dimension: TargetDimension, names: Names, *, is_exclude: bool
) -> list[str]:
    rows = content.get("targets", ())
    values = [
        row["value"]
        for row in rows
        if row["dimension"] == dimension and row["is_exclude"] is is_exclude
    ]
    return [_with_code(name_in(names, dimension, value), value) for value in values]


def _with_code(name: str, value: str) -> str:
    return name if value.casefold() in name.casefold() else f"{name} ({value})"


def whole(old: str, new: str) -> tuple[Piece, ...]:
    """A value that changes, changes as a whole: half a date is no date."""
    if old == new:
        return (Piece(Change.SAME, new),) if new else ()
    pieces = (Piece(Change.REMOVED, old), Piece(Change.ADDED, new))
    return tuple(piece for piece in pieces if piece.text)


def members(old: Sequence[str], new: Sequence[str]) -> tuple[Piece, ...]:
    if list(old) != list(new) and sorted(old) == sorted(new):  # the order alone
        return whole(", ".join(old), ", ".join(new))
    found = []
    for member in dict.fromkeys((*old, *new)):
        if member in old and member in new:
            found.append(Piece(Change.SAME, member))
        else:
            found.append(Piece(Change.ADDED if member in new else Change.REMOVED, member))
    return tuple(found)


def _texts(old: Sequence[Content], new: Sequence[Content]) -> Iterator[TextChange]:
    was = {text["language"]: text for text in old}
    will = {text["language"]: text for text in new}
    for language in sorted({*was, *will}):
        yield _text(language, was.get(language, {}), will.get(language, {}))


def _text(language: str, old: Content, new: Content) -> TextChange:
    change = Change.SAME if old and new else Change.ADDED if new else Change.REMOVED
    keys = [*TEXT_LABELS, *sorted({*old, *new} - {*TEXT_LABELS, "language"})]
    words = legible((new or old).get("title", "") + " " + (new or old).get("body", ""))
    return TextChange(
        tag=language,
        language=language_name(language),
        direction=first_strong_direction(words) or "ltr",
        change=change,
        fields=tuple(_text_field(key, old, new) for key in keys if key in old or key in new),
    )


def _text_field(key: str, old: Content, new: Content) -> FieldChange:
    label = str(TEXT_LABELS.get(key, key))
    if key in ("title", "link_text"):
        pieces = word_diff(old.get(key, ""), new.get(key, ""))
        return FieldChange(label, tuple(pieces), in_language=True)
    if key == "body":
        pieces = _body(old.get(key, ""), new.get(key, ""))
        return FieldChange(label, tuple(pieces), in_language=True)
    if key == "is_default":  # said of the one that is, and not of all that are not
        was, will = (_("yes") if content.get(key) else "" for content in (old, new))
        return FieldChange(label, whole(was, will))
    return FieldChange(label, whole(value_in_words(key, old), value_in_words(key, new)))


def _body(old: str, new: str) -> list[Piece]:
    pieces = word_diff(legible(old), legible(new))
    if old != new and all(piece.change == Change.SAME for piece in pieces):
        return word_diff(old, new)  # no difference in words: then in the markup itself
    return pieces
