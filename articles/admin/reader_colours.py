"""Readers' colours on demand: their sheet as a dark or a light device would take it."""

from __future__ import annotations

import base64
import hashlib
import re

from django.utils.safestring import mark_safe

from articles.pages.stylesheet import Sheet

COLOURS = ("light", "dark")
_ASKED = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)")


def sheet_in(own: Sheet, colours: str) -> Sheet:
    """Without ``colours``: as the device of whoever looks has it."""
    if colours not in COLOURS:
        return own
    answer = "@media all" if colours == "dark" else "@media not all"
    css = f"{_ASKED.sub(answer, own.text)}:root{{color-scheme:{colours}}}"
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return Sheet(mark_safe(css), f"'sha256-{digest}'")  # noqa: S308  our own files
