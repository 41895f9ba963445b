"""Renditions of the library's photos: kept as rows, completed when something is missing."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from articles.imaging.colour import dominant_colour
from articles.imaging.renditions import RenderedFile, render
from articles.models import Photo, Rendition


def store_renditions(photo: Photo, files: Iterable[RenderedFile]) -> None:
    """Keep ``files`` as the public renditions of ``photo``; what is there already stays."""
    smallest: RenderedFile | None = None
    for made in files:
        _store(photo, made)
        if smallest is None or made.width < smallest.width:
            smallest = made
    if smallest:
        photo.dominant_colour = dominant_colour(Image.open(BytesIO(smallest.body)))
        photo.save(update_fields=["dominant_colour"])


def complete_renditions(photo: Photo) -> None:
    """Make the renditions of a photo from its private original (the sweep calls this)."""
    with photo.original.open("rb") as original:
        store_renditions(photo, render(original.read()))


def _store(photo: Photo, made: RenderedFile) -> None:
    if photo.renditions.filter(format=made.format, width=made.width).exists():
        return
    row = Rendition(
        photo=photo,
        format=made.format,
        width=made.width,
        height=made.height,
        byte_size=len(made.body),
    )
    # The content's hash is the name: it can be cached for ever and tells nothing of the photo.
    name = f"{made.digest[:2]}/{made.digest[2:]}{made.extension}"
    if row.file.storage.exists(name):
        row.file.name = name
    else:
        row.file.save(name, ContentFile(made.body), save=False)
    row.save()
