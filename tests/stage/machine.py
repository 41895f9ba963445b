"""What tests need of the machine: a skip where it is missing, a failure where all is wanted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def shared() -> Path:
    """Hostile corpora, seed and agency items that are not part of the repository."""
    if not SHARED.is_dir():
        message = f"{SHARED} is not here: check out the shared data beside the repository."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture
def letters() -> None:
    """Fonts and what orders right-to-left text, which share cards are made with."""
    from articles.imaging.cards.setting import can_set

    if not can_set("Rivers, реки, رودها", "fa"):
        message = "Share cards need fonts: apt-get install fonts-noto-core libfribidi0."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
