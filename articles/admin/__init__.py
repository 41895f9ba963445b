"""The desk: screens and forms, no rules. Importing the room registers its screens."""

from articles.admin import (
    atlas,
    contributor,
    log,
    notice,
    photo,
    proof,
    staff,
    standing,
    story,
)
from articles.admin.site import desk

__all__ = [
    "atlas",
    "contributor",
    "desk",
    "log",
    "notice",
    "photo",
    "proof",
    "staff",
    "standing",
    "story",
]
