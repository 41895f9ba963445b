"""One file into the library, or the photo that is there already."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile

from articles.models import LanguageService, Photo
from articles.publishing.add_photo import DuplicatePhoto, add_photo


def taken_in(
    upload: UploadedFile,
    *,
    actor: User,
    now: datetime,
    service: LanguageService | None = None,
    is_shared: bool = False,
) -> tuple[Photo, bool]:
    """The photo, and whether it is new.

    Raises RefusedImage or VerbRefused with a sentence. Duplicates are found in the common library
    and in the service's newsroom alone: what others have is not betrayed.
    """
    newsroom = service.newsroom if service and not is_shared else None
    try:
        photo = add_photo(
            upload.read(),
            upload.name or "",
            actor=actor,
            now=now,
            newsroom=newsroom,
            language=service.language if service else "",
        )
    except DuplicatePhoto as known:
        return known.photo, False
    return photo, True
