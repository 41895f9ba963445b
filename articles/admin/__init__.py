"""The desk: screens and forms, no rules. Importing the room registers its screens."""

from articles.admin import (
    atlas,
    breaking,
    caches,
    contributor,
    log,
    notice,
    photo,
    proof,
    region_law,
    session,
    staff,
    standing,
    story,
    story_draft,
    today,
    waiting,
)
from articles.admin.site import desk

__all__ = [
    "atlas",
    "breaking",
    "caches",
    "contributor",
    "desk",
    "log",
    "notice",
    "photo",
    "proof",
    "region_law",
    "session",
    "staff",
    "standing",
    "story",
    "story_draft",
    "today",
    "waiting",
]
