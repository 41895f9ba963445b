"""Change an entry that readers have: mend it, correct it with a note, mark it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import LiveEntry
from articles.publishing.actors import Actor
from articles.publishing.live.deeds import entry_of, lock_photo_of, on_air_of, open_story, told
from articles.publishing.live.four_eyes import noted_alone, wants_second_pair
from articles.publishing.live.marks import with_marks_since
from articles.publishing.live.on_air import put_entry_on_air
from articles.publishing.live.words import (
    LONGEST_CORRECTION,
    Words,
    as_data,
    require_words,
    short,
    store,
    write,
)
from articles.publishing.permissions import Deed
from articles.publishing.refusals import WrongState
from articles.vocabularies import EntryStatus, Verb


@transaction.atomic
def change_entry(
    entry: LiveEntry,
    words: Words,
    *,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
    correction: str = "",
) -> LiveEntry:
    """Readers have the new words at once; with ``correction`` they are told what was wrong.

    The note stays through later changes until another takes its place. Who pinned it meanwhile is
    not undone. Raises WrongState when somebody else changed its words since ``seen``, NotFit for a
    photo that may not be shown.
    """
    story = open_story(entry.story, Deed.POST_ENTRY, actor)
    on_air = on_air_of(story)
    entry = entry_of(story, entry, seen)
    if entry.status != EntryStatus.ON_AIR:
        raise WrongState(_("This entry is not on air."))
    before = as_data(entry)
    write(entry, words if seen is None else with_marks_since(entry, seen, words))
    if note := short(correction, LONGEST_CORRECTION, _("A correction")):
        entry.correction, entry.corrected_at = note, now
    require_words(entry)
    if as_data(entry) == before and not note:
        return entry
    lock_photo_of(entry, story, now)
    store(entry, actor=actor, now=now)
    put_entry_on_air(entry, on_air, now=now)
    # What was mended may be a name that must not be read any longer, from whatever cache.
    alone = wants_second_pair(story, actor)  # what is wrong on air cannot wait for anybody
    verb = noted_alone(story, now) if alone else Verb.CHANGE_ENTRY
    told(verb, story, entry, actor=actor, now=now, reason=note, hard=True)
    return entry


@transaction.atomic
def mark_entry(
    entry: LiveEntry,
    *,
    actor: Actor,
    now: datetime,
    pinned: bool | None = None,
    key_event: bool | None = None,
) -> LiveEntry:
    """Pin or unpin it, make it a key event or none; marking twice changes nothing."""
    story = open_story(entry.story, Deed.POST_ENTRY, actor)
    on_air = on_air_of(story)
    entry = entry_of(story, entry, None)
    if entry.status != EntryStatus.ON_AIR:
        raise WrongState(_("This entry is not on air."))
    before = (entry.is_pinned, entry.is_key_event)
    entry.is_pinned = entry.is_pinned if pinned is None else pinned
    entry.is_key_event = entry.is_key_event if key_event is None else key_event
    if (entry.is_pinned, entry.is_key_event) == before:
        return entry
    require_words(entry)
    store(entry, actor=actor, now=now)
    put_entry_on_air(entry, on_air, now=now)
    told(Verb.CHANGE_ENTRY, story, entry, actor=actor, now=now,
         marks={"pinned": entry.is_pinned, "key_event": entry.is_key_event})  # fmt: skip
    return entry
