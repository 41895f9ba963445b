"""Add a photo: inspect it, keep the original in private, make the first public files.

The rest is due and made by the worker.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from articles.imaging.files import RenderedFile
from articles.imaging.intake import Intake, inspect
from articles.imaging.library import look_of, store_renditions
from articles.imaging.renditions import first_files
from articles.imaging.words import PublicWords
from articles.models import Newsroom, Photo, PhotoText
from articles.publishing.actors import Actor, user_of
from articles.publishing.permissions import Deed, require
from articles.publishing.photo_fields import is_covered
from articles.publishing.record import log
from articles.publishing.refusals import VerbRefused, WrongState
from articles.vocabularies import Verb


class DuplicatePhoto(VerbRefused):
    """The library has the very same file already, as ``photo``."""

    def __init__(self, photo: Photo) -> None:
        self.photo = photo
        told = _("The library has this photo already: “%(title)s”.") % {"title": photo.title}
        super().__init__(told)


def add_photo(
    data: bytes,
    name: str,
    *,
    actor: Actor,
    now: datetime,
    newsroom: Newsroom | None = None,
    uri: str = "",
    language: str = "",
    allow_duplicate: bool = False,
) -> Photo:
    """A new photo from the bytes of a file, its embedded words taken over.

    People protected in another entry with the very same file are protected here, too. Caption
    and alt text go into ``language``, when the caller knows in which they are written.

    Raises NotAllowed, DuplicatePhoto, WrongState for a file that was killed anywhere, or
    imaging.refused.RefusedImage with a sentence for the editor.
    """
    require(actor, Deed.ADD_PHOTO)
    intake = inspect(data)
    twins = _twins(intake)
    _refuse_known(twins, newsroom, allow_duplicate)
    photo = _photo(intake, PurePath(name).stem)
    photo.people_at_risk, photo.blurred_areas = _protection(twins)
    photo.newsroom, photo.uploaded_by, photo.uri = newsroom, user_of(actor), uri
    photo.renditions_due_at = now
    # Pixels before the transaction, so that it stays short.
    files = first_files(data, look_of(photo), _words(photo, intake, language))
    try:
        with transaction.atomic():
            _stay_as_seen(twins, _twins(intake))
            _keep(photo, data, intake, files)
            _keep_words(photo, intake, language)
            log(Verb.UPLOAD, photo, actor=actor, now=now)
    except BaseException:
        _forget_original(photo)
        raise
    return photo


def _twins(intake: Intake) -> list[Photo]:
    """Every entry with the very same file, whoever's it is."""
    return list(Photo.objects.filter(sha256=intake.sha256).order_by("pk"))


def _refuse_known(twins: list[Photo], newsroom: Newsroom | None, allow_duplicate: bool) -> None:
    """What was killed anywhere does not come back; what others have is not told by its title."""
    reach = {None, newsroom.pk if newsroom else None}
    known = [twin for twin in twins if twin.newsroom_id in reach]
    if killed := [twin for twin in twins if twin.killed_at]:
        title = next((one.title for one in killed if one in known), "")
        sentence = (
            _("This photo was killed as “%(title)s”. It cannot be added again.")
            if title
            else _("This photo was killed. It cannot be added again.")
        )
        raise WrongState(sentence % {"title": title})
    if known and not allow_duplicate:
        raise DuplicatePhoto(known[0])


def _protection(twins: list[Photo]) -> tuple[bool, list[list[float]]]:
    """Whether people are at risk by any of ``twins``, and all that one of them covers."""
    areas: list[list[float]] = []
    for twin in twins:
        areas += [area for area in twin.blurred_areas if not is_covered(area, areas)]
    return any(twin.people_at_risk for twin in twins), areas


def _stay_as_seen(seen: list[Photo], twins: list[Photo]) -> None:
    """Making files takes a while: nothing was killed or protected meanwhile."""
    if any(twin.killed_at for twin in twins) or _protection(seen) != _protection(twins):
        raise WrongState(_("Somebody else changed this very photo just now; add it again."))


def _photo(intake: Intake, name: str) -> Photo:
    words = intake.metadata
    return Photo(
        title=(words.headline or name or "photo")[:200],
        sha256=intake.sha256,
        width=intake.width,
        height=intake.height,
        creator=words.creator[:200],
        source=words.source[:200],
        credit=(words.credit or words.creator)[:200],
        copyright_notice=words.copyright_notice[:300],
        usage_terms=words.usage_terms[:500],
        taken_at=words.taken_at,
        place=", ".join(part for part in (words.city, words.country) if part)[:160],
        digital_source_type=words.digital_source_type[:60],
    )


def _words(photo: Photo, intake: Intake, language: str) -> PublicWords:
    alt_text = intake.metadata.alt_text[:1000]
    return PublicWords(
        creator=photo.creator,
        credit=photo.credit,
        copyright_notice=photo.copyright_notice,
        usage_terms=photo.usage_terms,
        alt_texts={language: alt_text} if language and alt_text else {},
        digital_source_type=photo.digital_source_type,
    )


def _keep(photo: Photo, data: bytes, intake: Intake, files: Sequence[RenderedFile]) -> None:
    # In folders, so that the sweep can look at a few files at a time.
    name = f"{intake.sha256[:2]}/{intake.sha256[2:32]}{intake.extension}"
    photo.original.save(name, ContentFile(data), save=False)
    photo.save()
    store_renditions(photo, files)


def _keep_words(photo: Photo, intake: Intake, language: str) -> None:
    caption, alt_text = intake.metadata.caption[:1000], intake.metadata.alt_text[:1000]
    if language and (caption or alt_text):
        PhotoText.objects.create(photo=photo, language=language, caption=caption, alt_text=alt_text)


def _forget_original(photo: Photo) -> None:
    """A private file without a row would be nobody's: nothing is left behind."""
    if photo.original.name:
        photo.original.storage.delete(photo.original.name)
