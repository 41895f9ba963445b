"""One file into the library, or the photo that is there already."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from articles.admin.photo_pending import DuplicatePhoto, add_photo
from articles.models import LanguageService, Photo
from articles.publishing.permissions import visible_photos


def taken_in(
    upload: UploadedFile,
    *,
    actor: User,
    now: datetime,
    service: LanguageService | None = None,
    is_shared: bool = False,
) -> tuple[Photo, bool]:
    """The photo, and whether it is new; raises RefusedImage with a sentence.

    A duplicate that the actor may not see is none: it is taken in anew, and nothing leaks.
    """
    data, name = upload.read(), upload.name or ""
    more = {
        "newsroom": service.newsroom if service and not is_shared else None,
        "language": service.language if service else "",
    }
    try:
        return add_photo(data, name, actor=actor, now=now, **more), True
    except DuplicatePhoto as error:
        there = visible_photos(actor).filter(sha256=error.photo.sha256, killed_at=None).first()
    if there:
        return there, False
    made = add_photo(data, name, actor=actor, now=now, allow_duplicate=True, **more)  # type: ignore[arg-type]
    return made, True
