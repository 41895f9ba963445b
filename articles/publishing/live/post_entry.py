"""Post an entry: on the page of its live story within the second."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import LiveEntry, Story
from articles.publishing.actors import Actor
from articles.publishing.live.deeds import (
    lock_photo_of,
    on_air_of,
    open_story,
    require_open,
    told,
)
from articles.publishing.live.draft_entry import drafted
from articles.publishing.live.four_eyes import is_unread, noted_alone
from articles.publishing.live.on_air import put_entry_on_air
from articles.publishing.live.words import Words, require_words, store, write
from articles.publishing.permissions import Deed
from articles.publishing.refusals import WrongState
from articles.vocabularies import EntryStatus, Verb


@transaction.atomic
def post_entry(
    story: Story,
    key: UUID,
    words: Words,
    *,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
    alone: bool = False,
) -> LiveEntry:
    """Put an entry on air, typed just now or a draft; the same ``key`` twice is one entry.

    Where a service wants a second pair of eyes, somebody else's draft is posted; ``alone`` goes
    without, and the story waits to be looked over.
    """
    story = open_story(story, Deed.POST_ENTRY, actor)
    on_air = on_air_of(story)
    entry = drafted(story, key, words, actor=actor, seen=seen)
    if entry.status == EntryStatus.ON_AIR:
        return _sent_before(entry, words)
    if entry.status == EntryStatus.REMOVED:
        raise WrongState(_("This entry was sent before, and was removed since."))
    require_open(story)
    require_words(entry)
    needs_look = is_unread(entry, story, actor)
    if needs_look and not alone:
        raise WrongState(
            _(
                "The %(name)s wants a second pair of eyes: keep it as a draft for "
                "somebody else to post, or post it alone."
            )
            % {"name": story.service.name}
        )
    lock_photo_of(entry, story, now)
    entry.status, entry.posted_at = EntryStatus.ON_AIR, now
    store(entry, actor=actor, now=now)
    put_entry_on_air(entry, on_air, now=now)
    verb = noted_alone(story, now) if needs_look else Verb.POST_ENTRY
    told(verb, story, entry, actor=actor, now=now)
    return entry


def _sent_before(entry: LiveEntry, words: Words) -> LiveEntry:
    """A double click, or a page sent again after a lost answer; with other words by now, they
    must not be thrown away in silence."""
    typed = LiveEntry()
    write(typed, words)
    if (typed.headline, typed.text) != (entry.headline, entry.text):
        raise WrongState(
            _(
                "This entry went on air when it was sent the first time. What you changed since is "
                "not on air: change it in the stream below."
            )
        )
    return entry
