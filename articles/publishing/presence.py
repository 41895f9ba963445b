"""Presence: who is in a story at the moment, and who has unsaved changes. Nobody is locked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Prefetch

from articles.models import Story, StoryPresence
from articles.publishing.actors import name_of
from articles.publishing.permissions import Deed, require, services_where

HERE = timedelta(seconds=30)
# Browsers let a page in the background speak only once a minute.
HERE_BEHIND = timedelta(seconds=130)
STALE = timedelta(hours=1)


@dataclass(frozen=True)
class Somebody:
    name: str
    has_unsaved: bool
    is_self: bool = False


def is_known_here(
    page: str, story_id: int, *, actor: User, now: datetime, unsaved: bool, behind: bool
) -> bool:
    """Say again that ``page`` is open; False when it was not known yet. One query and the roles."""
    rows = StoryPresence.objects.filter(
        user=actor, page=page, story=story_id,
        story__service__in=services_where(actor, Deed.WRITE_STORY),
    )  # fmt: skip
    return bool(rows.update(here_until=_until(now, behind), has_unsaved=unsaved))


def come(
    page: str, story: Story, *, actor: User, now: datetime, unsaved: bool, behind: bool
) -> None:
    require(actor, Deed.WRITE_STORY, story)
    StoryPresence.objects.filter(here_until__lt=now - STALE).delete()
    values = {"story": story, "here_until": _until(now, behind), "has_unsaved": unsaved}
    StoryPresence.objects.update_or_create(user=actor, page=page, defaults=values)


def leave(page: str, *, actor: User) -> None:
    StoryPresence.objects.filter(user=actor, page=page).delete()


def others_in(story_id: int, *, actor: User, page: str, now: datetime) -> list[Somebody]:
    """Everybody else, and oneself in another tab."""
    rows = StoryPresence.objects.filter(story=story_id, here_until__gt=now)
    return people(rows.exclude(user=actor, page=page).select_related("user"), actor)


def people(rows: Iterable[StoryPresence], actor: User | None = None) -> list[Somebody]:
    """Each once, whatever the number of their tabs."""
    found: dict[int, Somebody] = {}
    for row in rows:
        before = found.get(row.user_id)
        unsaved = row.has_unsaved or (before is not None and before.has_unsaved)
        found[row.user_id] = Somebody(name_of(row.user), unsaved, row.user == actor)
    return list(found.values())


def who_is_in(now: datetime) -> Prefetch:
    """For lists: one query more, however long they are; read from ``story.here``."""
    rows = StoryPresence.objects.filter(here_until__gt=now).select_related("user")
    return Prefetch("presences", queryset=rows, to_attr="here")


def _until(now: datetime, behind: bool) -> datetime:
    return now + (HERE_BEHIND if behind else HERE)
