"""Remove an entry: readers see nothing of it, or that something was removed and why."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import LiveEntry
from articles.publishing.actors import Actor
from articles.publishing.live.deeds import entry_of, on_air_of, open_story, told
from articles.publishing.live.on_air import put_entry_on_air
from articles.publishing.live.words import LONGEST_NOTE, short, store
from articles.publishing.permissions import Deed
from articles.publishing.record import reason_given
from articles.publishing.refusals import WrongState
from articles.vocabularies import EntryStatus, Verb


@transaction.atomic
def remove_entry(
    entry: LiveEntry, *, actor: Actor, now: datetime, reason: str, note: str = ""
) -> LiveEntry:
    """``reason`` is for the log; ``note`` for readers, who see nothing at all without one.

    Final: its address answers 410. The words stay in the desk's versions alone.
    """
    story = open_story(entry.story, Deed.POST_ENTRY, actor)
    on_air = on_air_of(story)
    entry = entry_of(story, entry, None)
    if entry.status == EntryStatus.REMOVED:
        return entry
    if entry.status != EntryStatus.ON_AIR:
        raise WrongState(_("This entry is a draft: discard it instead."))
    if not reason_given(reason):
        raise WrongState(_("Removing needs a reason: it goes into the log."))
    entry.status = EntryStatus.REMOVED
    entry.removal_note = short(note, LONGEST_NOTE, _("What readers are told"))
    store(entry, actor=actor, now=now)
    put_entry_on_air(entry, on_air, now=now)
    told(Verb.REMOVE_ENTRY, story, entry, actor=actor, now=now, reason=reason, hard=True)
    return entry
