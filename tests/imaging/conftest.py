"""Real pictures that are not part of the repository; this room's tests also run without Django."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        message = f"{SHARED} is not here: check out the shared data beside the repository."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return SHARED


@pytest.fixture
def corpora(shared: Path) -> Path:
    return shared / "corpora" / "images"
