"""Real pictures that are not part of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def corpora(shared: Path) -> Path:
    return shared / "corpora" / "images"
