"""What changed between two states of a story, in words: fields, text, bylines, photos.

Whatever makes two contents unequal is shown, also fields that nobody has named here yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.admin.notice_diff import FieldChange, members, whole
from articles.admin.story_body_diff import Part, parts_of
from articles.admin.story_diff_fields import LABELS, LISTS, WORDS, member_names, value_in_words
from articles.admin.story_names import Names
from articles.admin.story_photo_diff import PhotoChange, photo_changes
from articles.publishing.snapshot import Content
from articles.text.diff import Piece, word_diff

ELSEWHERE = {"body", "photos"}


@dataclass(frozen=True)
class StoryDiff:
    fields: tuple[FieldChange, ...]
    parts: tuple[Part, ...]
    photos: tuple[PhotoChange, ...]
    library: tuple[PhotoChange, ...] = ()  # what readers had of photos, apart from the story

    @property
    def changed_fields(self) -> list[FieldChange]:
        return [field for field in self.fields if field.changes]

    @property
    def changed_photos(self) -> list[PhotoChange]:
        return [photo for photo in self.photos if photo.changes]

    @property
    def body_changes(self) -> bool:
        return any(part.changes for part in self.parts)

    @property
    def changes(self) -> bool:
        return bool(self.changed_fields or self.changed_photos or self.library or self.body_changes)


def story_diff(old: Content, new: Content, names: Names, zone: str) -> StoryDiff:
    """``zone`` is that of the service: moments are written in it."""
    keys = [*LABELS, *sorted({*old, *new} - {*LABELS, *ELSEWHERE})]
    return StoryDiff(
        fields=tuple(_fields(keys, old, new, names, zone)),
        parts=tuple(parts_of(old.get("body", ""), new.get("body", ""), names)),
        photos=tuple(photo_changes(old.get("photos", []), new.get("photos", []), names)),
    )


def _fields(
    keys: list[str], old: Content, new: Content, names: Names, zone: str
) -> Iterator[FieldChange]:
    for key in keys:
        label = str(LABELS.get(key, key))
        if key in WORDS:
            pieces = word_diff(str(old.get(key) or ""), str(new.get(key) or ""))
            yield FieldChange(label, tuple(pieces), in_language=key != "ed_note")
        elif key in LISTS:
            was, will = (member_names(key, one, names, zone) for one in (old, new))
            yield FieldChange(label, members(was, will), is_list=True)
        else:
            yield FieldChange(label, _value(key, old, new, names, zone))


def _value(key: str, old: Content, new: Content, names: Names, zone: str) -> tuple[Piece, ...]:
    return whole(value_in_words(key, old, names, zone), value_in_words(key, new, names, zone))
