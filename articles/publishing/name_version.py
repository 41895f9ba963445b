"""Name a version: "as sent to the lawyer". The version itself stays as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Story, StoryVersion
from articles.publishing.actors import Actor
from articles.publishing.locking import lock_story
from articles.publishing.permissions import Deed, require
from articles.publishing.record import log
from articles.publishing.refusals import WrongState
from articles.text.sanitise import clean_line
from articles.vocabularies import Verb

LONGEST_NAME = 120


@transaction.atomic
def name_version(
    story: Story, number: int, name: str, *, actor: Actor, now: datetime
) -> StoryVersion:
    """An empty name takes the label off; the same one again changes nothing."""
    story = lock_story(story)
    require(actor, Deed.WRITE_STORY, story)
    if len(name := clean_line(name)) > LONGEST_NAME:
        raise WrongState(
            _("A name has at most %(most)s characters; this one is longer.")
            % {"most": LONGEST_NAME}
        )
    version = story.versions.defer("content").filter(number=number).first()
    if version is None:
        raise WrongState(_("This story has no version %(number)s.") % {"number": number})
    if version.name == name:
        return version
    version.name = name
    version.save(update_fields=["name"])
    log(
        Verb.NAME, story, actor=actor, now=now, service=story.service,
        reason=name, version=number,
    )  # fmt: skip
    return version
