"""Announce: tell those whom it concerns what happened to a story, in the verb's own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Q

from articles.models import Announcement, Story
from articles.publishing.actors import Actor, name_of, user_of
from articles.vocabularies import AnnouncementKind


def announce(
    kind: AnnouncementKind,
    story: Story,
    people: Iterable[User | None],
    *,
    actor: Actor,
    now: datetime,
    text: str = "",
) -> None:
    """Nobody is told of the own deed. By mail as well, where that is wanted and there is a way."""
    told = {one for one in people if one is not None and one != user_of(actor)}
    Announcement.objects.bulk_create(
        Announcement(
            user=one,
            story=story,
            kind=kind,
            text=text[:500],
            by_name=name_of(actor),
            made_at=now,
            mail_at=now if settings.ANNOUNCE_BY_MAIL and one.email else None,
        )
        for one in sorted(told, key=lambda one: one.pk)
    )


def writers_of(story: Story) -> set[User]:
    """Who began it, wrote at it or has it assigned, and still works here."""
    wrote = Q(pk=story.created_by_id) | Q(pk=story.assigned_to_id)
    versions = story.versions.exclude(author=None).values("author")
    people = User.objects.filter(wrote | Q(pk__in=versions), is_active=True, is_staff=True)
    return set(people)


def mark_seen(user: User, *, now: datetime, number: int | None = None) -> int:
    """The user's own, one or all; what was seen at the desk is not mailed any more."""
    unseen = Announcement.objects.filter(user=user, seen_at=None)
    if number is not None:
        unseen = unseen.filter(pk=number)
    return unseen.update(seen_at=now, mail_at=None)
