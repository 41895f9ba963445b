"""The desk's style sheets: several stand on one page, so a class is laid out by one of them."""

from __future__ import annotations

import re
from pathlib import Path

DESK = Path(__file__).resolve().parents[2] / "articles/static/articles/desk"
SHEETS = sorted(DESK.glob("*.css"))
# The same wherever it stands; and two that other sheets only move.
SHARED_CLASSES = {"visually-hidden", "desk-tools", "desk-status"}


def test_a_class_belongs_to_one_style_sheet():
    """Two that name theirs alike disfigure each other on a page that has both."""
    owners: dict[str, set[str]] = {}
    for path in SHEETS:
        css = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        for selectors in re.findall(r"([^{}]+)\{", re.sub(r"@media[^{]*\{", "", css)):
            for name in re.findall(r"(?:^|,)\s*\.([\w-]+)\s*(?=,|$)", selectors.strip()):
                owners.setdefault(name, set()).add(path.stem)
    twice = {name: sheets for name, sheets in owners.items() if len(sheets) > 1}
    assert set(twice) - SHARED_CLASSES == set(), twice
