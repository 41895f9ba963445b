"""The second pair of eyes, where a service wants it: approval of exactly this content."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles.models import Story
from articles.publishing.actors import Actor, SystemActor
from articles.publishing.refusals import Problem
from articles.publishing.snapshot import content_hash, snapshot
from articles.vocabularies import VersionKind


def second_pair(story: Story, actor: Actor) -> list[Problem]:
    """What is missing; nothing for agencies' items, which the system publishes."""
    if not story.service.four_eyes or isinstance(actor, SystemActor) or is_approved(story):
        return []
    return [unread(story)]


def unread(story: Story) -> Problem:
    return Problem(
        "four_eyes",
        "",
        _("%(service)s wants a second pair of eyes: somebody else must approve this text.")
        % {"service": story.service.name},
    )


def is_approved(story: Story) -> bool:
    """Whether what was approved is what stands there now."""
    return bool(story.approved_hash) and story.approved_hash == content_hash(snapshot(story))


def has_written(user: User, story: Story) -> bool:
    """Whether ``user`` saved any of what has changed since the story's text last went on air."""
    versions = story.versions.filter(author=user, kind=VersionKind.SAVED)
    return versions.filter(number__gt=story.read_up_to).exists()
