"""What a story's form tells the library of its photos."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from articles.models import Photo, PhotoText, Story
from articles.publishing.actors import SYSTEM, Actor
from articles.publishing.library_change import change_photo, photo_changed
from articles.publishing.permissions import Deed, may
from articles.publishing.photo_document import text_in
from articles.vocabularies import RightsBasis


def write_words(photo: Photo, story: Story, words: dict[str, Any], actor: Actor) -> None:
    """The library learns what it lacks; what it has changes only by those who may change it.

    What was killed is nobody's to write any more, and keeps no story from being saved.
    """
    if photo.killed_at:
        return
    may_change, now = may(actor, Deed.EDIT_PHOTO, photo), timezone.now()
    # Whoever only supplies what is missing need not have the right to change the rest.
    by = actor if may_change else SYSTEM
    if values := _rights(photo, words, may_change):
        change_photo(photo, values, actor=by, now=now)
    if _write_text(text_in(photo, story.service.language), words, may_change):
        photo_changed(photo, actor=by, now=now, what=["texts"])


def _rights(photo: Photo, words: dict[str, Any], may_change: bool) -> dict[str, str]:
    values = {}
    if _is_new(words["credit"], photo.credit, may_change):
        values["credit"] = words["credit"]
    said, known = _stated(words.get("rights_basis")), _stated(photo.rights_basis)
    if _is_new(said, known, may_change):
        values["rights_basis"] = said
    return values


def _stated(basis: str | None) -> str:
    """“Not stated” is what a story's form says before anybody has looked: never an answer."""
    return "" if basis in (None, RightsBasis.UNKNOWN) else basis


def _write_text(text: PhotoText, words: dict[str, Any], may_change: bool) -> bool:
    before = (text.alt_text, text.caption)
    if _is_new(words["alt_text"], text.alt_text, may_change):
        text.alt_text = words["alt_text"]
    text.caption = text.caption or words["caption_override"]
    if (text.alt_text, text.caption) == before:
        return False
    text.save()
    return True


def _is_new(said: str, known: str, may_change: bool) -> bool:
    return bool(said) and said != known and (may_change or not known)
