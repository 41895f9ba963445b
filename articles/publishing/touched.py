"""What hangs on a story that is on air: cache tags, and what the law can know it by."""

from __future__ import annotations

from typing import Any

from articles.caching import tags
from articles.models import BreakingAlert, Placement, PublishedStory, Story


def tags_of(story: Story) -> set[str]:
    """Every tag under which what is on air of ``story`` can be cached now."""
    touched = {tags.story(story.pk)}
    on_air = PublishedStory.objects.select_related("service").filter(story=story).first()
    if on_air is None:
        return touched
    prefix = on_air.service.slug
    touched |= {tags.WORLD, tags.front(prefix), tags.translations(on_air.translation_key)}
    if on_air.section_id:
        touched.add(tags.section(on_air.section_id))
    touched |= {tags.topic(prefix, topic.slug) for topic in on_air.topics.all()}
    touched |= {tags.author(prefix, slug) for slug in _authors(on_air)}
    return touched | _fronts(story) | _strip(story, prefix)


def _fronts(story: Story) -> set[str]:
    """Fronts of other sections on which editors placed it."""
    placed = Placement.objects.filter(story=story, on_air__section__isnull=False)
    return {tags.section(pk) for pk in placed.values_list("on_air__section_id", flat=True)}


def _strip(story: Story, prefix: str) -> set[str]:
    """A strip repeats the headline of its story on every page of the service."""
    up = BreakingAlert.objects.filter(story=story, stood_down_at=None)
    return {tags.ALERTS, tags.alert(prefix)} if up.exists() else set()


def _authors(on_air: PublishedStory) -> set[str]:
    """With those that the page was published with: a contributor's address may have changed."""
    credited = {credit["slug"] for credit in on_air.document.get("bylines", ())}
    return (credited | {person.slug for person in on_air.contributors.all()}) - {""}


def known_to_law(on_air: PublishedStory) -> dict[str, Any]:
    """For the log: by which names a notice could concern the story as it went out.

    Addresses of topics and sections may be changed later; a replay of this day must not notice.
    """
    return {
        "topics": on_air.card["topics"],
        "section": on_air.section.slug if on_air.section else "",
        "translation_key": str(on_air.translation_key),
    }
