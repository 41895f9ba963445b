"""Draft an entry: colleagues see it at the desk, readers do not."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import LiveEntry, Story
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.live.deeds import entry_of, open_story
from articles.publishing.live.marks import with_marks_since
from articles.publishing.live.words import Words, store, write
from articles.publishing.permissions import Deed
from articles.publishing.refusals import WrongState
from articles.vocabularies import EntryStatus

MOST_DRAFTS = 100


@transaction.atomic
def draft_entry(
    story: Story,
    key: UUID,
    words: Words,
    *,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
) -> LiveEntry:
    """Keep what was typed; the same ``key`` again changes the same draft."""
    story = open_story(story, Deed.WRITE_STORY, actor)
    entry = drafted(story, key, words, actor=actor, seen=seen)
    if entry.status != EntryStatus.DRAFT:
        raise WrongState(_("This entry was posted already."))
    if not (entry.headline or entry.text or entry.photo_id):
        raise WrongState(_("There is nothing to keep yet."))
    store(entry, actor=actor, now=now)
    return entry


@transaction.atomic
def discard_draft(entry: LiveEntry, *, actor: Actor, now: datetime) -> None:
    """Its versions stay: nothing that somebody wrote is lost."""
    story = open_story(entry.story, Deed.WRITE_STORY, actor)
    entry = entry_of(story, entry, None)
    if entry.status != EntryStatus.DRAFT:
        raise WrongState(_("This entry was posted already: remove it instead."))
    entry.status = EntryStatus.REMOVED
    store(entry, actor=actor, now=now)


def drafted(
    story: Story, key: UUID, words: Words, *, actor: Actor, seen: int | None = None
) -> LiveEntry:
    """The draft of that ``key`` with other words, or a new one; unsaved. What was posted under it
    comes back as it is."""
    known = LiveEntry.objects.filter(key=key).first()
    if known is None:
        if story.live_entries.filter(status=EntryStatus.DRAFT).count() >= MOST_DRAFTS:
            raise WrongState(
                _("There are %(most)s drafts: post or discard some first.") % {"most": MOST_DRAFTS}
            )
        known = LiveEntry(
            story=story, key=key, written_by=user_of(actor), written_by_name=name_of(actor)
        )
    elif known.story_id != story.pk:
        raise WrongState(_("This form belongs to another story. Open the page anew."))
    elif known.status != EntryStatus.DRAFT:
        return known
    elif seen is not None:
        known = entry_of(story, known, seen)
        words = with_marks_since(known, seen, words)
    write(known, words)
    return known
