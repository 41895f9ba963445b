"""What can be wrong with the words that stand in a picture's place. The one rule that all ask."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import PurePath

# What cameras and programs call their files: no description of a picture.
FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|webp|avif|hei[cf]|tiff?|gif)|(img|dsc[fn]?|pxl|dji|image|photo|screenshot)"
    r"[-_ ]?[\d_-]+",
    re.IGNORECASE,
)


class AltFault(StrEnum):
    MISSING = "missing"
    IS_CAPTION = "caption"
    IS_FILE_NAME = "file"


def alt_fault(alt: str, captions: Iterable[str], title: str = "") -> AltFault | None:
    """``captions``: all that may stand below it; ``title``: what the library calls it."""
    folded = _folded(alt)
    if not folded:
        return AltFault.MISSING
    if folded in {_folded(caption) for caption in captions}:
        return AltFault.IS_CAPTION
    is_name = folded == _folded(title) and _is_file_name(title)
    if FILE_NAME.fullmatch(folded) or FILE_NAME.fullmatch(alt.strip()) or is_name:
        return AltFault.IS_FILE_NAME
    return None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")


def _is_file_name(title: str) -> bool:
    return "_" in title or bool(FILE_NAME.fullmatch(PurePath(title).name))
