"""Judges from outside: what they are, and whether this machine has them."""

from __future__ import annotations

import shutil
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".cache"
VNU = CACHE / "vnu.jar"
TEXT_BROWSERS = ("lynx", "w3m")


def has_vnu() -> bool:
    """The checker behind validator.w3.org; ``make validators`` fetches it."""
    return VNU.is_file() and shutil.which("java") is not None


def has_text_browsers() -> bool:
    return all(map(shutil.which, TEXT_BROWSERS))
