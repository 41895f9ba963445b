"""The publisher of a file of notices: its name, description and picture."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from articles.exchange.ninjs.fields import Fields
from articles.exchange.notice_fields import required
from articles.imaging.intake import inspect
from articles.imaging.refused import RefusedImage
from articles.text.sanitise import clean_text


@dataclass(frozen=True)
class PublisherData:
    name: str
    language: str
    description: str
    image: bytes
    image_name: str


def read_publisher(fields: Fields, folder: Path) -> PublisherData:
    image = fields.text("image")
    path = (folder / image).resolve()
    if image and not (path.is_relative_to(folder.resolve()) and path.is_file()):
        raise fields.refuse("image", f"there is no file “{image[:80]}” beside the notices.")
    data = path.read_bytes() if image else b""
    try:
        if data:
            inspect(data)
    except RefusedImage as error:
        raise fields.refuse("image", str(error)) from error
    return PublisherData(
        name=required(fields, "name", 160),
        language=required(fields, "language", 20),
        description=clean_text(fields.text("description")),
        image=data,
        image_name=path.name,
    )
