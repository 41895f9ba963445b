"""Which characters may be stored at all: no controls, no noncharacters, one kind of line end.

Joiners and direction marks are part of how Persian, Pashto, Hebrew or Marathi is written, so they
are never treated as rubbish here.
"""

from __future__ import annotations

import re
import unicodedata

_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff" + _NONCHARACTERS + "]"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\s\xad\u034f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def drop_forbidden(text: str) -> str:
    """Remove what must not be stored; every line or paragraph separator becomes a newline."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def compose(text: str) -> str:
    """NFC. Only ever for plain text: across markup it would fuse ">" with a combining mark."""
    return unicodedata.normalize("NFC", text)


def is_blank(text: str) -> bool:
    """True when a reader would see nothing: spaces, joiners and direction marks only."""
    return not _INVISIBLE.sub("", text)
