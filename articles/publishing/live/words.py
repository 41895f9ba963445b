"""What somebody wants an entry to say, cleaned; and an entry as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from articles.models import Contributor, LiveEntry, LiveEntryVersion, Photo
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.refusals import WrongState
from articles.text.body import plain_text
from articles.text.marked import marked_to_html
from articles.text.sanitise import clean_line, clean_text

LONGEST_HEADLINE, LONGEST_TEXT, LONGEST_CORRECTION, LONGEST_NOTE = 200, 10_000, 500, 300


@dataclass(frozen=True)
class Words:
    """As typed; ``photo`` and ``contributor`` are rows that the writer may use."""

    headline: str = ""
    text: str = ""
    photo: Photo | None = None
    contributor: Contributor | None = None
    is_key_event: bool = False
    is_pinned: bool = False


def write(entry: LiveEntry, words: Words) -> None:
    """Into the row, unsaved. Raises WrongState for what has no room."""
    entry.headline = short(words.headline, LONGEST_HEADLINE, _("A headline"))
    entry.text = clean_text(words.text)
    if len(entry.text) > LONGEST_TEXT:
        raise WrongState(
            _("An entry has at most %(most)s characters; this one has %(count)s.")
            % {"most": LONGEST_TEXT, "count": len(entry.text)}
        )
    entry.photo, entry.contributor = words.photo, words.contributor
    entry.is_key_event, entry.is_pinned = words.is_key_event, words.is_pinned


def require_words(entry: LiveEntry) -> None:
    """Readers are to be told something, and a key event is listed by its headline."""
    if not entry.headline and not plain_text(marked_to_html(entry.text)):
        raise WrongState(_("The entry says nothing yet: write a text or a headline."))
    if entry.is_key_event and not entry.headline:
        raise WrongState(_("A key event needs a headline: readers see it in the list on top."))


def short(text: str, most: int, what: str) -> str:
    line = clean_line(text)
    if len(line) > most:
        raise WrongState(
            _("%(what)s has at most %(most)s characters; this one has %(count)s.")
            % {"what": what, "most": most, "count": len(line)}
        )
    return line


def store(entry: LiveEntry, *, actor: Actor, now: datetime) -> None:
    """The row and its next version; the caller holds the story's lock."""
    entry.number += 1
    entry.changed_at = now
    entry.changed_by, entry.changed_by_name = user_of(actor), name_of(actor)
    entry.save()
    LiveEntryVersion.objects.create(
        entry=entry, number=entry.number, status=entry.status, content=as_data(entry),
        author_name=entry.changed_by_name, created_at=now,
    )  # fmt: skip


def as_data(entry: LiveEntry) -> dict[str, Any]:
    names = ("headline", "text", "photo_id", "contributor_id", "is_key_event", "is_pinned",
             "correction", "removal_note")  # fmt: skip
    return {name: getattr(entry, name) for name in names}
