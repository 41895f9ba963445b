"""The desk: screens and forms, no rules. Importing the room registers its screens."""

from articles.admin import (
    alert,
    atlas,
    breaking,
    caches,
    contributor,
    fronts,
    log,
    notice,
    photo,
    proof,
    region_law,
    staff,
    standing,
    story,
    today,
    waiting,
)
from articles.admin.site import desk

__all__ = [
    "alert",
    "atlas",
    "breaking",
    "caches",
    "contributor",
    "desk",
    "fronts",
    "log",
    "notice",
    "photo",
    "proof",
    "region_law",
    "staff",
    "standing",
    "story",
    "today",
    "waiting",
]
