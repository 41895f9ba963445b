"""The demonstration's pictures in the photo library."""

from __future__ import annotations

from datetime import datetime

from articles.demo.content_files import PICTURES, pictures
from articles.models import Photo
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.vocabularies import RightsBasis


def hang_pictures(now: datetime) -> dict[str, Photo]:
    """Every drawn picture as a photo, by name."""
    return {name: _hang(name, now) for name in pictures()}


def _hang(name: str, now: datetime) -> Photo:
    row = pictures()[name]
    data = (PICTURES / f"{name}.jpg").read_bytes()
    photo = add_photo(data, f"{name}.jpg", actor=SYSTEM, now=now)
    photo.title = row["title"]
    photo.credit = row["credit"]
    photo.copyright_notice = "Radio Lantern (demonstration)"
    photo.rights_basis = RightsBasis.STAFF
    photo.digital_source_type = "algorithmicMedia"
    photo.focal_x, photo.focal_y = row["focal"]
    photo.save()
    return photo
