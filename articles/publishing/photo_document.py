"""One photo as readers' pages need it: words, crop, files, and until when.

A killed photo is absent; one whose rights are over for the service keeps caption and credit alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles.models import LanguageService, Photo, PhotoText, Rendition
from articles.publishing.rights import licence_url, may_show, rights_change
from articles.publishing.snapshot import Content
from articles.text import body
from articles.vocabularies import CropName

Document = dict[str, Any]
Files = dict[str, list[list[Any]]]
CARD_CROPS = (CropName.WIDE, CropName.CLASSIC, CropName.SQUARE)
# For other sites and search engines.
SHAPES = (CropName.SHARE, CropName.WIDE, CropName.SCREEN, CropName.SQUARE)
GONE = "rights"
LIGHT_WIDTH = 640


@dataclass
class Photos:
    """The photos of one page by id; ``changes``: when rights change what is seen of each."""

    described: dict[int, Document] = field(default_factory=dict)
    cards: dict[int, Document] = field(default_factory=dict)
    changes: dict[int, datetime | None] = field(default_factory=dict)


def photos_of(
    content: Content, service: LanguageService, at: datetime, also: Collection[int] = ()
) -> Photos:
    """Every photo that ``content`` uses, and those of the ids ``also``; four queries for all."""
    uses = {use["photo_id"]: use for use in content["photos"]}
    ids = {*uses, *body.photo_ids(content["body"]), *also}
    rows = Photo.objects.prefetch_related("texts", "renditions", "leases").filter(pk__in=ids)
    found = Photos()
    for photo in rows.filter(killed_at=None):
        use: Mapping[str, Any] = uses.get(photo.pk, {})
        found.described[photo.pk] = describe_photo(
            photo, service, at,
            caption=use.get("caption_override", ""), crop=use.get("crop", CropName.FULL),
        )  # fmt: skip
        found.cards[photo.pk] = cards_of(photo)
        found.changes[photo.pk] = rights_change(photo, service, at)
    return found


def describe_photo(
    photo: Photo,
    service: LanguageService,
    at: datetime,
    *,
    caption: str = "",
    crop: str = CropName.FULL,
) -> Document:
    """``files`` is ``{format: [[width, height, name], …]}``, smallest first, of the named crop, or
    of the whole picture where that crop is not made yet; ``shapes`` one JPEG of some crops."""
    text = text_in(photo, service.language)
    words: Document = {
        "photo": photo.pk,
        "caption": caption or text.caption,
        "credit": photo.credit,
        "creator": photo.creator,
        "copyright_notice": photo.copyright_notice,
        "licence_url": licence_url(photo),
        "is_decorative": photo.is_decorative,
        "focal": [photo.focal_x, photo.focal_y],
        "colour": photo.dominant_colour,
    }
    if not may_show(photo, service, at):
        return words | _nothing(photo) | {"gone": GONE}
    until = rights_change(photo, service, at)
    return words | {
        "alt": "" if photo.is_decorative else text.alt_text,
        "until": until.isoformat() if until else None,
        **_seen(photo, crop),
    }


def text_in(photo: Photo, language: str) -> PhotoText:
    """The photo's words in ``language``; empty ones when nobody has written them yet."""
    texts = {text.language: text for text in photo.texts.all()}
    return texts.get(language) or PhotoText(photo=photo, language=language)


def _nothing(photo: Photo) -> Document:
    return without_files() | {"width": photo.width, "height": photo.height}


def without_files() -> Document:
    """What stands in a document in place of a picture."""
    return {
        "width": 0, "height": 0, "crop": CropName.FULL.value, "alt": "", "until": None,
        "files": {}, "share": "", "shapes": {},
    }  # fmt: skip


def _seen(photo: Photo, crop: str) -> Document:
    rows = list(photo.renditions.all())
    used = crop if any(row.crop == crop for row in rows) else CropName.FULL.value
    files = _files(rows, used)
    sizes = [size for sizes in files.values() for size in sizes]
    width, height, _name = max(sizes, default=[photo.width, photo.height, ""])
    shapes = {shape.value: _files(rows, shape).get("jpeg", []) for shape in SHAPES}
    return {
        "width": width,
        "height": height,
        "crop": used,
        "files": files,
        "share": next((name for _wide, _high, name in shapes[CropName.SHARE][-1:]), ""),
        "shapes": {shape: made[-1] for shape, made in shapes.items() if made},
        **_light(rows, used),
    }


def _light(rows: list[Rendition], crop: str) -> Document:
    """``light``: name and bytes of the JPEG that readers of the text-only edition may ask for."""
    jpegs = [row for row in rows if row.crop == crop and row.format == "jpeg"]
    lightest = min(jpegs, key=lambda row: abs(row.width - LIGHT_WIDTH), default=None)
    return {"light": [lightest.file.name, lightest.byte_size]} if lightest else {}


def cards_of(photo: Photo) -> dict[str, Files]:
    """The files of the crops that lists show."""
    rows = list(photo.renditions.all())
    made = {crop.value: _files(rows, crop) for crop in CARD_CROPS}
    return {crop: files for crop, files in made.items() if files}


def _files(rows: list[Rendition], crop: str) -> Files:
    files: Files = {}
    for row in sorted(rows, key=lambda row: row.width):
        if row.crop == crop:
            files.setdefault(row.format, []).append([row.width, row.height, row.file.name])
    return files
