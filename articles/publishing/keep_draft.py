"""Keep a draft: what is typed and not saved, so that no crash and no lost connection costs it.

Not an editorial act: no version, no log, no ledger. Only its writer ever sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Story, StoryDraft
from articles.publishing.permissions import Deed, require
from articles.publishing.redacted_since import is_redacted_since
from articles.publishing.refusals import WrongState
from articles.text.characters import drop_forbidden

MOST_DRAFTS = 100
REMEMBERED = timedelta(days=31)
Fields = dict[str, list[str]]


@dataclass(frozen=True)
class Typed:
    """A form as a browser would post it, and what it was opened with."""

    page: str
    fields: Fields
    base: int = 0
    stamp: str = ""
    touched: tuple[str, ...] = ()


@transaction.atomic
def keep_draft(
    typed: Typed, story: Story | None, *, actor: User, now: datetime
) -> StoryDraft | None:
    """One row for each open form; the latest text takes the place of the one before.

    None for a form that was saved: this is what its browser still held, or sent too late.
    """
    require(actor, Deed.WRITE_STORY, story)
    if story and is_redacted_since(story, typed.stamp):
        raise WrongState(
            _(
                "Something was taken out of this story since you opened it: what you type is "
                "not kept. Save, and answer what differs."
            )
        )
    values = {
        "story": story, "fields": _storable(typed.fields), "base": typed.base,
        "stamp": drop_forbidden(typed.stamp), "kept_at": now,
        "touched": [drop_forbidden(name) for name in typed.touched],
    }  # fmt: skip
    rows = StoryDraft.objects.filter(user=actor, page=typed.page)
    # Two steps rather than update_or_create, which would read the old text first.
    if rows.filter(is_saved=False).update(**values):
        return StoryDraft(user=actor, page=typed.page, **values)
    if rows.exists():
        return None
    if actor.story_drafts.filter(is_saved=False).count() >= MOST_DRAFTS:
        raise WrongState(
            _("You have %(most)s texts that are not saved: save some, or throw them away.")
            % {"most": MOST_DRAFTS}
        )
    return StoryDraft.objects.create(user=actor, page=typed.page, **values)


def drop_draft(page: str, *, actor: User) -> None:
    """It is not wanted any more."""
    StoryDraft.objects.filter(user=actor, page=page, is_saved=False).delete()


def note_saved(page: str, story: Story, *, actor: User, now: datetime) -> None:
    """The words are in the story now. What is left says so for as long as browsers remember."""
    if not page:
        return
    nothing = {"story": story, "fields": {}, "touched": [], "kept_at": now, "is_saved": True}
    StoryDraft.objects.update_or_create(user=actor, page=page, defaults=nothing)
    old = StoryDraft.objects.filter(user=actor, is_saved=True, kept_at__lt=now - REMEMBERED)
    old.delete()


def move_draft(draft: StoryDraft, page: str) -> None:
    """Into another form. Should the first one still be open, it goes on with a draft of its own."""
    StoryDraft.objects.filter(pk=draft.pk).update(page=page)


def drafts_of(actor: User, story: Story | None) -> list[StoryDraft]:
    """The newest first."""
    where = Q(story=story) if story else Q(story=None)
    return list(StoryDraft.objects.filter(where, user=actor, is_saved=False)[:20])


def _storable(fields: Fields) -> Fields:
    """As typed, but for characters that no database takes."""
    return {
        drop_forbidden(name): [drop_forbidden(value) for value in values]
        for name, values in fields.items()
    }
