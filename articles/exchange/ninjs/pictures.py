"""Pictures that come with an item: local files are inspected, remote ones only noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from articles.exchange.ninjs.fields import Fields
from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage


@dataclass(frozen=True)
class Picture:
    """``data`` is empty for a remote picture, which nobody fetches."""

    reference: str
    uri: str
    is_lead: bool
    file_name: str
    data: bytes
    title: str
    credit: str
    copyright_notice: str
    usage_terms: str
    caption: str
    alt_text: str
    focal: tuple[float, float] | None


def read_pictures(rows: Sequence[Fields], folder: Path) -> tuple[Picture, ...]:
    return tuple(_picture(row, folder) for row in rows if row.text("type") == "picture")


def _picture(row: Fields, folder: Path) -> Picture:
    rendition = _original(row.objects("renditions"))
    path = _local_file(rendition, folder) if rendition else None
    return Picture(
        reference=row.text("name"),
        uri=row.line("uri", 255),
        is_lead=row.text("rel") == "main",
        file_name=path.name if path else "",
        data=_bytes(rendition, path) if rendition and path else b"",
        title=next((text.line("value", 200) for text in row.objects("headlines")), ""),
        credit=row.line("by", 200),
        copyright_notice=row.line("copyrightNotice", 300),
        usage_terms=row.line("usageTerms", 500),
        caption=_description(row, ("caption", "")),
        alt_text=_description(row, ("alt", "alttext")),
        focal=_focal(rendition) if rendition else None,
    )


def _original(renditions: Sequence[Fields]) -> Fields | None:
    """The rendition called original, else the widest."""
    named = [row for row in renditions if row.text("name") == "original"]
    return max(
        named or renditions, key=lambda row: row.number("width", 1, 10**6) or 0, default=None
    )


def _local_file(rendition: Fields, folder: Path) -> Path | None:
    """The file beside the item; None for a remote address."""
    href = rendition.text("href")
    parts = urlsplit(href)
    if not href or parts.scheme or parts.netloc:
        return None
    path = (folder / unquote(parts.path)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise rendition.refuse("href", f"“{href[:80]}” leads out of the item's folder.")
    if not path.is_file():
        raise rendition.refuse("href", f"there is no file “{href[:80]}” beside the item.")
    return path


def _bytes(rendition: Fields, path: Path) -> bytes:
    data = path.read_bytes()
    try:
        inspect(data)
    except RefusedImage as error:
        raise rendition.refuse("href", str(error)) from error
    return data


def _description(row: Fields, roles: tuple[str, ...]) -> str:
    texts = {text.text("role"): text for text in row.objects("descriptions")}
    return next((texts[role].line("value", 1000) for role in roles if role in texts), "")


def _focal(rendition: Fields) -> tuple[float, float] | None:
    """ninjs' point of interest, in pixels, as fractions."""
    poi = rendition.object("poi")
    width, height = rendition.number("width", 1, 10**6), rendition.number("height", 1, 10**6)
    if poi is None or not width or not height:
        return None
    x, y = poi.number("x", 0, width), poi.number("y", 0, height)
    return (x / width, y / height) if x is not None and y is not None else None
