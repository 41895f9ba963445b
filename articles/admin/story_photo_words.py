"""What a story's form tells the library of its photos."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from articles.models import Photo, PhotoText, Story
from articles.publishing.actors import Actor
from articles.publishing.library_change import photo_changed
from articles.publishing.permissions import Deed, may
from articles.vocabularies import RightsBasis


def text_in(photo: Photo, language: str) -> PhotoText:
    texts = {text.language: text for text in photo.texts.all()}
    return texts.get(language) or PhotoText(photo=photo, language=language)


def write_words(photo: Photo, story: Story, words: dict[str, Any], actor: Actor) -> None:
    """The library learns what it lacks; what it has changes only by those who may change it."""
    may_change = may(actor, Deed.EDIT_PHOTO, photo)
    changed = _write_rights(photo, words, may_change)
    changed |= _write_text(text_in(photo, story.service.language), words, may_change)
    if changed and may_change:
        photo_changed(photo, actor=actor, now=timezone.now())


def _write_rights(photo: Photo, words: dict[str, Any], may_change: bool) -> bool:
    fields = []
    if _is_new(words["credit"], photo.credit, may_change):
        photo.credit = words["credit"]
        fields.append("credit")
    basis, unknown = words.get("rights_basis"), RightsBasis.UNKNOWN
    if basis and basis != photo.rights_basis and (may_change or photo.rights_basis == unknown):
        photo.rights_basis = basis
        fields.append("rights_basis")
    if fields:
        photo.save(update_fields=fields)
    return bool(fields)


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
