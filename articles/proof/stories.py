"""What a story was at a time: on air with which version, and what the law could know it by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.legal.facets import Facets
from articles.legal.schedule import Edition
from articles.models import EditorialLog, PublishedStory, Section, Story, StoryVersion, Topic
from articles.vocabularies import Verb, VersionKind

# After which entry of the log the address of a story answered how, apart from the law.
ON_AIR = dict.fromkeys((Verb.PUBLISH.value, Verb.PUBLISH_ALONE.value, Verb.STAND_DOWN.value), 200)
ANSWERS = ON_AIR | {Verb.UNPUBLISH.value: 404, Verb.KILL.value: 410}
NEVER_ON_AIR = 404


@dataclass(frozen=True)
class StoryThen:
    """``version`` is the one on air then; None when none was."""

    story: Story
    status: int
    version: StoryVersion | None
    facets: Facets

    @property
    def headline(self) -> str:
        return str(self.version.content["headline"]) if self.version else ""


def story_then(story: Story, edition: Edition, at: datetime) -> StoryThen:
    events = EditorialLog.objects.filter(noun="story", noun_id=story.pk, verb__in=ANSWERS)
    event = events.filter(happened_at__lte=at).order_by("-happened_at", "-id").first()
    status = ANSWERS[event.verb] if event else NEVER_ON_AIR
    version = _version(story, event, at) if event and event.verb in ON_AIR else None
    known = _known(story, version, event) if event and version else {}
    return StoryThen(story, status, version, _facets(story, edition, known))


def _version(story: Story, event: EditorialLog, at: datetime) -> StoryVersion | None:
    """The one that the log names; else the newest published by then."""
    published = story.versions.filter(kind=VersionKind.PUBLISHED, created_at__lte=at)
    number = event.details.get("version")
    return published.filter(number=number).first() or published.order_by("-number").first()


def _known(story: Story, version: StoryVersion, event: EditorialLog) -> dict[str, Any]:
    """By which names the law knew it when it went out; what is not in the log is read today."""
    content = version.content
    topics = Topic.objects.filter(pk__in=content["topics"])
    section = Section.objects.filter(pk=content["section_id"]).first()
    on_air = PublishedStory.objects.filter(story=story, version=version).first()
    logged: dict[str, Any] = event.details.get("law", {})
    return {
        "topics": list(topics.values_list("slug", flat=True)),
        "section": section.slug if section else "",
        "translation_key": str((on_air or story).translation_key),
    } | logged


def _facets(story: Story, edition: Edition, known: dict[str, Any]) -> Facets:
    """Of a story that was not on air only the service is left: that is what its address showed."""
    if not known:
        return Facets(edition.slug, edition.languages[0])
    return Facets(
        service=edition.slug,
        language=edition.languages[0],
        topics=frozenset(known["topics"]),
        section=known["section"],
        stories=frozenset((str(story.pk), known["translation_key"])),
    )
