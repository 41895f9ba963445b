"""The encodings of embedded words, of which only the newest files say which one it is."""

from __future__ import annotations

import re

# In western languages accented letters stand alone or in pairs; in Cyrillic they are the word.
CYRILLIC_RUN = re.compile(rb"[\xc0-\xff]{3}")


def decoded(raw: bytes, *, is_utf8: bool = False) -> str:
    """``is_utf8`` is what the file declares; a character cut off at a field's limit is dropped."""
    if is_utf8:
        return raw.decode("utf-8", "ignore")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251" if CYRILLIC_RUN.search(raw) else "cp1252", "replace")
