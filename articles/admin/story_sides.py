"""A state of a story that can be looked at or compared: a version, what is live, what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from articles.admin.story_access import number_in
from articles.models import PublishedStory, Story, StoryVersion
from articles.publishing.clock import in_zone
from articles.publishing.sentences import quoted
from articles.publishing.snapshot import Content, content_hash, snapshot
from articles.vocabularies import PubStatus

NOW, LIVE = "now", "live"
LARGEST = 2**31 - 1  # that the database can be asked for


@dataclass(frozen=True)
class Side:
    """``key`` is how it stands in an address: a number, ``live`` or ``now``."""

    key: str
    label: str
    content: Content
    version: StoryVersion | None = None

    @cached_property
    def hash(self) -> str:
        return content_hash(self.content)


def side_called(story: Story, key: str) -> Side:
    """404 for what this story has not."""
    if key == NOW:
        return Side(NOW, _("the working copy"), snapshot(story))
    side = live_side(story) if key == LIVE else _numbered(story, number_in(key))
    if side is None:
        raise Http404
    return side


def live_side(story: Story) -> Side | None:
    """What readers have; None while they have nothing."""
    on_air = on_air_of(story)
    if on_air is None:
        return None
    number = on_air.version.number
    label = _("what is live (version %(number)s)") % {"number": number}
    return Side(LIVE, label, on_air.version.content, on_air.version)


def on_air_of(story: Story) -> PublishedStory | None:
    return on_air_rows(story).first()


def on_air_rows(story: Story) -> QuerySet[PublishedStory]:
    """One or none."""
    rows = PublishedStory.objects.select_related("version")
    return rows.filter(story=story, pub_status=PubStatus.USABLE)


def _numbered(story: Story, number: int) -> Side | None:
    version = story.versions.filter(number=min(number, LARGEST)).first()
    if version is None:
        return None
    return Side(str(version.number), label_of(version, story), version.content, version)


def label_of(version: StoryVersion, story: Story) -> str:
    when = in_zone(version.created_at, story.service.time_zone)
    words = _("version %(number)s, %(when)s") % {"number": version.number, "when": when}
    return f"{words}, {quoted(version.name)}" if version.name else words
