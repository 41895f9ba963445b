"""The committed screens show every template, are light enough to commit, and have an index."""

from __future__ import annotations

from articles.pages.outputs import OUTPUTS
from tests.screens import INDEX, SHEETS, file_of, index
from tests.screens_found import SCREENS

HEAVIEST, TOGETHER = 150_000, 3_000_000  # bytes
# What scripts fetch, and a story that is not on air yet.
NO_SCREEN = {"updates", "preview"}


def test_every_kind_of_page_has_a_screen():
    kinds = {one.name for one in OUTPUTS if not one.for_machines and one.placements}
    kinds = {name for name in kinds if not name.endswith("(text)")}
    assert kinds - NO_SCREEN == {screen.output for screen in SCREENS}


def test_every_screen_is_committed_and_light():
    sizes = {screen.name: file_of(screen).stat().st_size for screen in SCREENS}
    assert {name: size for name, size in sizes.items() if size > HEAVIEST} == {}
    assert sum(sizes.values()) <= TOGETHER
    assert {path.name for path in SHEETS.iterdir()} == {file_of(one).name for one in SCREENS}


def test_the_index_names_them_all():
    assert INDEX.read_text("utf-8") == index()
