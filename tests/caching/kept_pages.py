"""Pages that are kept: asked for once, so that a test sees which of them is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.caching.conftest import Site


def ask_once(site: Site, pages: dict[str, str]) -> dict[str, str]:
    for path in pages.values():
        assert site.get(path).status == 200, path
    return pages


def is_made(site: Site, path: str) -> bool:
    before = len(site.made)
    site.get(path)
    return len(site.made) > before
