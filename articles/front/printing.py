"""From a page's values to its bytes: the same values are printed once, and then known.

Every page is made anew when its few minutes are over, and once for each zone; mostly it is what it
was. What a template prints must follow from the page and from the language alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template.loader import get_template
from django.utils.translation import get_language

MOST = 256  # pages, some fifty kilobytes each
TEMPLATES = {
    "story": "front/story.html",
    "live": "front/live.html",
    "entry": "front/entry.html",
    "updates": "front/updates.html",
    "front": "front/front.html",
    "list": "front/list.html",
    "archive": "front/archive.html",
    "search": "front/search.html",
    "world": "front/world.html",
    "message": "front/message.html",
    "place": "front/place.html",
    "styleguide": "front/styleguide.html",
}
# What many ask for. Searches have no end, and would drive out all else.
KNOWN = frozenset({"story", "live", "front", "list", "world"})


def bytes_of(kind: str, page: Any) -> bytes:
    """``page`` as the template of its ``kind`` prints it."""
    if kind in KNOWN and not settings.DEBUG:  # who edits templates sees it
        return _known(kind, get_language(), page)
    return _bytes(kind, page)


@lru_cache(maxsize=MOST)
def _known(kind: str, language: str | None, page: Any) -> bytes:  # noqa: ARG001  a key
    return _bytes(kind, page)


def forget() -> None:
    """For measurements: what a page costs that was never printed."""
    _known.cache_clear()


def _bytes(kind: str, page: Any) -> bytes:
    return get_template(TEMPLATES[kind]).render({"page": page}).encode()
