"""Judges from outside: what they are, and whether this machine has them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.chromium import find_chromium

CACHE = Path(__file__).resolve().parents[2] / ".cache"
VNU = CACHE / "vnu.jar"
PA11Y = CACHE / "pa11y" / "node_modules"
TEXT_BROWSERS = ("lynx", "w3m")


def has_vnu() -> bool:
    """The checker behind validator.w3.org; ``make validators`` fetches it."""
    return VNU.is_file() and shutil.which("java") is not None


def has_pa11y() -> bool:
    """``make validators`` fetches it; it drives the machine's own Chromium."""
    is_here = (PA11Y / "pa11y" / "package.json").is_file()
    return is_here and shutil.which("node") is not None and find_chromium() is not None


def has_text_browsers() -> bool:
    return all(map(shutil.which, TEXT_BROWSERS))
