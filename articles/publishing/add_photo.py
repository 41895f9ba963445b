"""Add a photo: inspect it, keep the original in private, make the public renditions."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from articles.imaging.intake import Intake, inspect
from articles.imaging.library import store_renditions
from articles.imaging.look import Look
from articles.imaging.renditions import all_files
from articles.imaging.words import PublicWords
from articles.models import Newsroom, Photo, PhotoText
from articles.publishing.actors import Actor, user_of
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.vocabularies import Verb


def add_photo(
    data: bytes,
    name: str,
    *,
    actor: Actor,
    now: datetime,
    newsroom: Newsroom | None = None,
    uri: str = "",
    language: str = "",
) -> Photo:
    """A new photo from the bytes of a file, its embedded words taken over.

    Caption and alt text go into ``language``, when the caller knows in which they are written.

    Raises NotAllowed, or imaging.intake.RefusedImage with a sentence for the editor.
    """
    require(actor, Deed.ADD_PHOTO)
    intake = inspect(data)
    # Pixels before the transaction, so that it stays short.
    files = all_files(data, Look(), PublicWords())
    with transaction.atomic():
        photo = _photo(intake, PurePath(name).stem)
        photo.newsroom, photo.uploaded_by, photo.uri = newsroom, user_of(actor), uri
        photo.original.save(
            f"{intake.sha256[:32]}{intake.extension}", ContentFile(data), save=False
        )
        photo.save()
        store_renditions(photo, files)
        _keep_words(photo, intake, language)
        log(Verb.UPLOAD, photo, actor=actor, now=now)
    return photo


def _photo(intake: Intake, name: str) -> Photo:
    words = intake.metadata
    return Photo(
        title=(words.headline or name or "photo")[:200],
        sha256=intake.sha256,
        width=intake.width,
        height=intake.height,
        credit=(words.credit or words.creator)[:200],
        copyright_notice=words.copyright_notice[:300],
        usage_terms=words.usage_terms[:500],
        taken_at=words.taken_at,
        place=", ".join(part for part in (words.city, words.country) if part)[:160],
        digital_source_type=words.digital_source_type[:60],
    )


def _keep_words(photo: Photo, intake: Intake, language: str) -> None:
    caption, alt_text = intake.metadata.caption[:1000], intake.metadata.alt_text[:1000]
    if language and (caption or alt_text):
        PhotoText.objects.create(photo=photo, language=language, caption=caption, alt_text=alt_text)
