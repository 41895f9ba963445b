"""One file into the library, or the photo that is there already."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import LanguageService, Photo
from articles.publishing.add_photo import DuplicatePhoto, add_photo
from articles.publishing.refusals import WrongState


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


def known_photo(sha256: str, service: LanguageService | None) -> Photo | None:
    """The photo that ``taken_in`` would answer with; raises WrongState where it was killed."""
    reach = Q(newsroom=None) | Q(newsroom=service.newsroom if service else None)
    known = list(Photo.objects.filter(reach, sha256=sha256).order_by("pk"))
    if killed := next((photo for photo in known if photo.killed_at), None):
        said = _("This photo was killed as “%(photo)s”. It cannot be added again.")
        raise WrongState(said % {"photo": killed.title})
    return known[0] if known else None
