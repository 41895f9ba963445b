"""What a picture file says of itself: XMP over IPTC-IIM over EXIF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from PIL import Image

from articles.imaging import exif, iim, xmp
from articles.text.sanitise import clean_line

# Longer than any caption of an agency; bounds what a hostile file makes us clean and keep.
LONGEST = 5000
Source = Callable[[Image.Image], Mapping[str, Any]]
# The weakest first: each overrides what those before it said.
SOURCES: tuple[Source, ...] = (exif.read, iim.read, xmp.read)


@dataclass(frozen=True)
class PhotoMetadata:
    """``taken_at`` always has a zone: UTC where the file names none.

    ``creator`` took the photo, ``credit`` is the line to print, ``source`` has it to give.
    """

    caption: str = ""
    alt_text: str = ""
    creator: str = ""
    credit: str = ""
    source: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    licence_url: str = ""
    headline: str = ""
    location: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    taken_at: datetime | None = None
    digital_source_type: str = ""

    @property
    def place(self) -> str:
        """From the spot to the country, each name once."""
        names = (self.location, self.city, self.state, self.country)
        return ", ".join(dict.fromkeys(name for name in names if name))


def read_metadata(image: Image.Image) -> PhotoMetadata:
    """Never raises: a broken block is as good as none."""
    said = [_attempt(source, image) for source in SOURCES]
    words: dict[str, Any] = {}
    for block in said:
        words |= {name: value for name, value in block.items() if value}
    words["taken_at"] = _moment([block.get("taken_at") for block in said])
    return PhotoMetadata(**words)


def _attempt(source: Source, image: Image.Image) -> dict[str, Any]:
    try:
        return {
            name: clean_line(value[:LONGEST]) if isinstance(value, str) else value
            for name, value in source(image).items()
        }
    except Exception:  # the blocks are written by anybody's software, in any state
        return {}


def _moment(found: list[datetime | None]) -> datetime | None:
    """The strongest that knows the hour, else the strongest: a bare day is midnight here."""
    known = [moment for moment in reversed(found) if moment]
    with_hour = [moment for moment in known if moment.time() != time.min]
    return next(iter(with_hour or known), None)
