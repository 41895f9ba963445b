"""What every verb leaves behind: a version, a line in the log, an entry in the ledger."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.models import (
    BreakingAlert,
    EditorialLog,
    Front,
    LanguageService,
    LegalNotice,
    Photo,
    Region,
    Story,
    StoryVersion,
)
from articles.publishing.actors import Actor, name_of, user_of
from articles.publishing.refusals import WrongState
from articles.publishing.snapshot import Content, content_hash
from articles.search.desk import index_story
from articles.text.sanitise import clean_line
from articles.vocabularies import Verb, VersionKind

LONGEST_REASON = 500


def add_version(
    story: Story,
    content: Content,
    kind: VersionKind,
    *,
    actor: Actor,
    now: datetime,
    reason: str = "",
) -> StoryVersion:
    """The next version; the caller holds the story's lock, so numbers have no twin and no gap.

    Whatever changed the working copy ends here, so the desk finds it by its new words.
    """
    index_story(story)
    newest = story.versions.aggregate(newest=Max("number"))["newest"] or 0
    return StoryVersion.objects.create(
        story=story,
        number=newest + 1,
        kind=kind,
        content=content,
        content_hash=content_hash(content),
        reason=reason,
        author=user_of(actor),
        author_name=name_of(actor),
        created_at=now,
    )


def reason_given(text: str) -> str:
    """A reason as it goes into the log; refused when the log has no room for it."""
    reason = clean_line(text)
    if len(reason) > LONGEST_REASON:
        raise WrongState(
            _("A reason has at most %(most)s characters; this one is longer.")
            % {"most": LONGEST_REASON}
        )
    return reason


def log(
    verb: Verb,
    noun: Story | LegalNotice | Photo | Region | User | Front | BreakingAlert,
    *,
    actor: Actor,
    now: datetime,
    service: LanguageService | None = None,
    reason: str = "",
    **details: Any,
) -> EditorialLog:
    return EditorialLog.objects.create(
        verb=verb,
        actor=user_of(actor),
        actor_name=name_of(actor),
        noun=type(noun).__name__.lower(),
        noun_id=noun.pk,
        service=service,
        reason=reason_given(reason),
        details=details,
        happened_at=now,
    )
