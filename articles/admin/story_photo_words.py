"""What a story's form tells the library of its photos."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Photo, PhotoText, Story
from articles.publishing.actors import Actor, SystemActor, name_of
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.permissions import Deed, may
from articles.publishing.photo_document import text_in
from articles.publishing.refusals import NotAllowed, WrongState
from articles.vocabularies import RightsBasis


def write_words(photo: Photo, story: Story, words: dict[str, Any], actor: User) -> None:
    """The library learns what it lacks; what it has changes only by those who may change it.

    ``words``: those that were typed, and the caption here. What was killed is nobody's to write any
    more, and keeps no story from being saved.
    """
    if photo.killed_at or not may(actor, Deed.SUPPLY_WORDS, photo):
        return
    may_change, now = may(actor, Deed.EDIT_PHOTO, photo), timezone.now()
    # Whoever supplies what is missing need not have the right to change the rest; the log names
    # who it was in either case.
    by: Actor = actor if may_change else SystemActor(name_of(actor))
    if values := _values(photo, words, may_change):
        change_photo(photo, values, actor=by, now=now)
    if _write_text(text_in(photo, story.service.language), words, may_change):
        photo_changed(photo, actor=by, now=now, what=["texts"])


def write_alt(photo: Photo, language: str, alt_text: str, actor: User) -> None:
    """From where the photo stands in a text. Raises NotAllowed, where ``write_words`` is silent.

    WrongState: somebody else was quicker.
    """
    text, may_change = text_in(photo, language), may(actor, Deed.EDIT_PHOTO, photo)
    if not may(actor, Deed.SUPPLY_WORDS, photo) or (text.alt_text and not may_change):
        raise NotAllowed(
            _("Somebody else wrote this alt text: only who may change the photo changes it.")
        )
    if text.alt_text == alt_text:
        return
    with transaction.atomic():
        _swap(text, alt_text)
        by: Actor = actor if may_change else SystemActor(name_of(actor))
        photo_changed(photo, actor=by, now=timezone.now(), what=["texts"])


def _swap(text: PhotoText, alt_text: str) -> None:
    """In one step, so that of two who write at once the second learns of the first."""
    was, text.alt_text = text.alt_text, alt_text
    if text.pk is None:
        made = PhotoText.objects.get_or_create(
            photo=text.photo, language=text.language, defaults={"alt_text": alt_text}
        )[1]
    else:
        rows = PhotoText.objects.filter(pk=text.pk, alt_text=was)
        made = bool(rows.update(alt_text=alt_text))
    if not made:
        raise WrongState(_("Somebody has written another meanwhile."))


def _values(photo: Photo, words: dict[str, Any], may_change: bool) -> dict[str, str]:
    """On which rights a photo stands is never for somebody else to supply."""
    values = {}
    if _is_new(credit := words.get("credit", ""), photo.credit, may_change):
        values["credit"] = credit
    said, known = _stated(words.get("rights_basis")), _stated(photo.rights_basis)
    if may_change and _is_new(said, known, may_change):
        values["rights_basis"] = said
    return values


def _stated(basis: str | None) -> str:
    """“Not stated” is what a story's form says before anybody has looked: never an answer."""
    return "" if basis in (None, RightsBasis.UNKNOWN) else basis


def _write_text(text: PhotoText, words: dict[str, Any], may_change: bool) -> bool:
    before = (text.alt_text, text.caption)
    if _is_new(alt_text := words.get("alt_text", ""), text.alt_text, may_change):
        text.alt_text = alt_text
    text.caption = text.caption or words["caption_override"]
    if (text.alt_text, text.caption) == before:
        return False
    text.save()
    return True


def _is_new(said: str, known: str, may_change: bool) -> bool:
    return bool(said) and said != known and (may_change or not known)
