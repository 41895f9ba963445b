"""The newsroom furnished as a demonstration, its pictures rows without files."""

import hashlib

from django.utils import timezone

from articles.demo.content_files import pictures
from articles.demo.library import fields_of
from articles.demo.loading import Desk, furnish
from articles.imaging.plan import ALL, sizes
from articles.models import Photo, Rendition
from articles.pages import standing


def furnished() -> Desk:
    now = timezone.now()
    desk = furnish(library(now), now=now, password="password")
    standing.forget()
    return desk


def library(now):
    """The pictures as rows, with the names of files nobody needs here."""
    made = {}
    for name, row in pictures().items():
        photo = Photo.objects.create(
            original=f"{name}.jpg", width=1600, height=1067, dominant_colour="#a5805e",
            copyright_notice="Radio Lantern (demonstration)", **fields_of(row, now),
        )  # fmt: skip
        Rendition.objects.bulk_create(
            _file(photo, piece.crop, kind, *size)
            for piece in ALL
            for kind in piece.formats
            for size in sizes(piece, 1600, 1067)
        )
        made[name] = photo
    return made


def _file(photo, crop, kind, width, height):
    """Named as files are, by what looks like a hash."""
    digest = hashlib.sha256(f"{photo.pk} {crop} {kind} {width}".encode()).hexdigest()
    name = f"{digest[:2]}/{digest[2:16]}.{kind[:4].replace('jpeg', 'jpg')}"
    return Rendition(
        photo=photo, crop=crop, format=kind, width=width, height=height, file=name, byte_size=1
    )
