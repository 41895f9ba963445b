"""The readable part of a story's address, in ASCII whatever the headline's script."""

from __future__ import annotations

import re

from anyascii import anyascii

FALLBACK = "story"
# Words that mean something else in an address.
RESERVED = frozenset(
    {"a", "admin", "api", "archive", "atom", "author", "feed", "healthz", "media", "new", "readyz"}
    | {"robots", "rss", "search", "sitemap", "static", "t", "z"}
)
_APOSTROPHES = re.compile("['`\u02b9\u02bb-\u02bd\u2018\u2019]")
_NOT_SLUG = re.compile("[^a-z0-9]+")


def slug_for(headline: str, *, max_length: int = 60) -> str:
    """A slug that is never empty, never reserved and ends at the end of a word."""
    # The apostrophe of "don't" or of Uzbek "o‘zbek" stands inside a word and must not part it.
    ascii_text = _APOSTROPHES.sub("", anyascii(_APOSTROPHES.sub("", headline))).lower()
    slug = _cut(_NOT_SLUG.sub("-", ascii_text).strip("-"), max_length)
    return FALLBACK if not slug or slug in RESERVED else slug


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words, _, _ = slug[: max_length + 1].rpartition("-")
    return whole_words or slug[:max_length]
