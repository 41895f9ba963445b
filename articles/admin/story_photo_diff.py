"""Photos of two versions: added, removed, moved, or shown with another caption, crop or role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.notice_diff import FieldChange, whole
from articles.admin.notice_terms import term
from articles.admin.story_names import Names, Picture
from articles.text.diff import word_diff
from articles.vocabularies import CropName, PhotoRole

Use = dict[str, Any]
CAPTION = gettext_lazy("Caption here")


@dataclass(frozen=True)
class PhotoChange:
    """``fate`` is a CSS class, ``told`` the same in words; empty for what stayed as it was."""

    fate: str
    told: str
    picture: Picture
    role: str
    details: tuple[FieldChange, ...] = ()

    @property
    def changes(self) -> bool:
        return bool(self.fate)


def photo_changes(old: Sequence[Use], new: Sequence[Use], names: Names) -> Iterator[PhotoChange]:
    """In the new order; what was removed comes last."""
    was = {use["photo_id"]: use for use in old}
    will = {use["photo_id"]: use for use in new}
    moved = _moved([key for key in was if key in will], [key for key in will if key in was])
    for key, use in will.items():
        yield _kept(was[key], use, key in moved, names) if key in was else _alone(use, True, names)
    for key, use in was.items():
        if key not in will:
            yield _alone(use, False, names)


def _alone(use: Use, is_new: bool, names: Names) -> PhotoChange:
    fate, told = ("added", _("Added")) if is_new else ("removed", _("Removed"))
    return PhotoChange(fate, told, names.picture(use["photo_id"]), term(PhotoRole, use["role"]))


def _kept(old: Use, new: Use, is_moved: bool, names: Names) -> PhotoChange:
    caption = word_diff(old.get("caption_override", ""), new.get("caption_override", ""))
    details = (
        FieldChange(str(CAPTION), tuple(caption), in_language=True),
        FieldChange(_("Place"), whole(_role(old), _role(new))),
        FieldChange(_("Crop"), whole(_crop(old), _crop(new))),
    )
    changed = tuple(one for one in details if one.changes)
    told = [_("Moved")] if is_moved else []
    told += [_("Changed")] if changed else []
    fate = "changed" if changed else "moved" if is_moved else ""
    picture = names.picture(new["photo_id"])
    return PhotoChange(fate, ", ".join(told), picture, _role(new), changed)


def _moved(old: list[int], new: list[int]) -> set[int]:
    """Those that must be carried to come from one order to the other."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stayed = {key for block in matcher.get_matching_blocks()
              for key in old[block.a : block.a + block.size]}  # fmt: skip
    return set(new) - stayed


def _role(use: Use) -> str:
    return term(PhotoRole, use["role"])


def _crop(use: Use) -> str:
    return term(CropName, use.get("crop", CropName.FULL.value))
