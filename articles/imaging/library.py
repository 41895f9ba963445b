"""Renditions of the library's photos: rows, and the public files that they name."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from articles.imaging.colour import dominant_colour
from articles.imaging.files import RenderedFile
from articles.imaging.look import Look
from articles.imaging.words import PublicWords
from articles.models import Photo, Rendition


def look_of(photo: Photo) -> Look:
    """What the photo's row says of crops, focal point and protected areas."""
    return Look(
        crops={name: _box(box) for name, box in photo.crops.items()},
        blurred=tuple(_box(box) for box in photo.blurred_areas),
        focal=(photo.focal_x, photo.focal_y),
    )


def words_of(photo: Photo, licence_url: str = "") -> PublicWords:
    """What the public files say of themselves, by the photo's row and its texts."""
    return PublicWords(
        creator=photo.creator,
        credit=photo.credit,
        copyright_notice=photo.copyright_notice,
        usage_terms=photo.usage_terms,
        alt_texts={text.language: text.alt_text for text in photo.texts.all() if text.alt_text},
        digital_source_type=photo.digital_source_type,
        licence_url=licence_url,
    )


def store_renditions(photo: Photo, files: Iterable[RenderedFile]) -> None:
    """Keep ``files`` as public renditions of ``photo``; what is there already stays."""
    kept = {(row.crop, row.format, row.width) for row in photo.renditions.all()}
    made = list(files)
    for file in made:
        if (file.crop, file.format, file.width) not in kept:
            _store(photo, file)
    _keep_colour(photo, made)


def replace_renditions(photo: Photo, files: Iterable[RenderedFile]) -> list[str]:
    """Swap all renditions of ``photo`` for ``files``, in the caller's transaction.

    Returns the names of the files that no photo's row names any more: to be removed once the
    pages that show them are gone.
    """
    made = list(files)
    before = set(photo.renditions.values_list("file", flat=True))
    photo.renditions.all().delete()
    for file in made:
        _store(photo, file)
    _keep_colour(photo, made)
    return sorted(before - set(named_files(before)))


def named_files(names: Iterable[str]) -> list[str]:
    """Those of ``names`` that a rendition, of whichever photo, still names."""
    rows = Rendition.objects.filter(file__in=list(names))
    return sorted(set(rows.values_list("file", flat=True)))


def _box(numbers: list[float]) -> tuple[float, float, float, float]:
    left, top, width, height = numbers
    return left, top, width, height


def _store(photo: Photo, made: RenderedFile) -> None:
    row = Rendition(
        photo=photo,
        crop=made.crop,
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


def _keep_colour(photo: Photo, made: list[RenderedFile]) -> None:
    whole = [file for file in made if file.format == "jpeg"]
    if whole:
        smallest = min(whole, key=lambda file: (file.crop != "full", file.width))
        photo.dominant_colour = dominant_colour(Image.open(BytesIO(smallest.body)))
        photo.save(update_fields=["dominant_colour"])
