"""Text that attackers and accidents bring, in portions that fit one story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def hostile_texts(shared: Path) -> list[str]:
    """Payloads and naughty strings of the corpora, as plain strings."""
    texts: list[str] = []
    for name in ("xss_payloads.json", "naughty_strings.json"):
        texts += _strings(json.loads((shared / "corpora" / name).read_text("utf-8")))
    return texts


def portions(texts: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(texts), size):
        yield texts[start : start + size]


def _strings(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    rows = data.values() if isinstance(data, dict) else data
    return [text for row in rows for text in _strings(row)]
