"""What hangs on a story that is on air: cache tags, and what the law can know it by."""

from __future__ import annotations

from typing import Any

from articles.caching import tags
from articles.models import PublishedStory, Story


def tags_of(story: Story) -> set[str]:
    """Every tag under which what is on air of ``story`` can be cached now."""
    touched = {tags.story(story.pk)}
    on_air = PublishedStory.objects.filter(story=story).first()
    if on_air is None:
        return touched
    prefix = story.service.slug
    touched |= {tags.WORLD, tags.front(prefix), tags.translations(on_air.translation_key)}
    if on_air.section_id:
        touched.add(tags.section(on_air.section_id))
    touched |= {tags.topic(prefix, topic.slug) for topic in on_air.topics.all()}
    touched |= {tags.author(prefix, person.slug) for person in on_air.contributors.all()}
    return touched


def known_to_law(on_air: PublishedStory) -> dict[str, Any]:
    """For the log: by which names a notice could concern the story as it went out.

    Addresses of topics and sections may be changed later; a replay of this day must not notice.
    """
    return {
        "topics": on_air.card["topics"],
        "section": on_air.section.slug if on_air.section else "",
        "translation_key": str(on_air.translation_key),
    }
