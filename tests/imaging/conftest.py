"""Real pictures that are not part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "images"


@pytest.fixture
def corpora() -> Path:
    if not CORPORA.is_dir():
        message = f"{CORPORA} is not here: check out the shared data beside the repository."
        if os.environ.get("REQUIRE_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return CORPORA
