"""What a page says of itself; its frame says the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from articles.legal.resolve import Resolution
from articles.models.section import Section
from articles.pages.shapes import FeedLink, LanguageLink, Strip

NOTHING = SafeString()


@dataclass(frozen=True)
class About:
    """What one page says of itself; everything else in a frame is the same for its service.

    ``asked``: what its address says beside its path, so that its other edition answers the same.
    ``components``: those that it shows and that not every page of its kind has styles for;
    ``scripts``: in which it shows text, beside its service's own; ``js``: whether the one optional
    program has something to add to it. ``strip`` is shown where editors raised none; ``own_story``:
    the story whose page it is. A page ``among_services`` wears the frame of one, and its strip is
    not theirs.
    """

    kind: str
    title: str
    path: str
    description: str = ""
    canonical: bool = True
    section: Section | None = None
    strip: Strip | None = None
    own_story: int = 0
    among_services: bool = False
    alternates: tuple[LanguageLink, ...] = ()
    og: dict[str, str] = field(default_factory=dict)
    jsonld: SafeString = NOTHING
    resolution: Resolution | None = None
    noindex: bool = False
    components: frozenset[str] = frozenset()
    scripts: frozenset[str] = frozenset()
    js: bool = False
    feeds: tuple[FeedLink, ...] = ()
    asked: Mapping[str, str] = field(default_factory=dict)
