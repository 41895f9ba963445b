"""The demonstration's pictures in the photo library, with the rights that are told of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from articles.demo.content_files import PICTURES, Table, pictures
from articles.models import Photo
from articles.publishing.actors import SYSTEM
from articles.publishing.add_photo import add_photo
from articles.publishing.complete_photo import complete
from articles.publishing.protect_photo import protect
from articles.vocabularies import RightsBasis

TAKEN_OVER = (
    "title", "credit", "creator", "source", "licence", "permission_note", "place", "crops",
    "is_decorative",
)  # fmt: skip


def hang_pictures(now: datetime, *, is_complete: bool) -> dict[str, Photo]:
    """Every drawn picture as a photo, by name; if not complete, the worker makes most files."""
    photos = {name: _hang(name, now) for name in pictures()}
    if is_complete:
        for photo in photos.values():
            if _is_shown(photo, now):
                complete(photo, now=now)
                photo.refresh_from_db()
    return photos


def _is_shown(photo: Photo, now: datetime) -> bool:
    """What ended already keeps its first files: its story is still to be published, in the past."""
    return photo.rights_end_at is None or photo.rights_end_at > now


def fields_of(row: Table, now: datetime) -> dict[str, Any]:
    """A row of pictures.toml as fields of a photo, all but its protection."""
    fields = {name: row[name] for name in TAKEN_OVER if name in row}
    fields["rights_basis"] = row.get("rights_basis", RightsBasis.STAFF)
    fields["focal_x"], fields["focal_y"] = row["focal"]
    if "rights_end_in" in row:
        fields["rights_end_at"] = now + timedelta(minutes=row["rights_end_in"])
    return fields


def _hang(name: str, now: datetime) -> Photo:
    row = pictures()[name]
    data = (PICTURES / f"{name}.jpg").read_bytes()
    photo = add_photo(data, f"{name}.jpg", actor=SYSTEM, now=now)
    for field, value in fields_of(row, now).items():
        setattr(photo, field, value)
    photo.copyright_notice = "Radio Lantern (demonstration)"
    photo.digital_source_type = "algorithmicMedia"
    photo.save()
    if areas := row.get("blurred_areas"):
        at_risk = row["people_at_risk"]
        protect(photo, people_at_risk=at_risk, blurred_areas=areas, actor=SYSTEM, now=now)
        photo.refresh_from_db()
    return photo
