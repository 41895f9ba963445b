"""The desk: screens and forms, no rules. Importing the room registers its screens."""

from articles.admin import (
    atlas_and_log,
    contributor,
    notice,
    photo,
    region_law,
    staff,
    standing,
    story,
    waiting,
)
from articles.admin.site import desk

__all__ = [
    "atlas_and_log",
    "contributor",
    "desk",
    "notice",
    "photo",
    "region_law",
    "staff",
    "standing",
    "story",
    "waiting",
]
