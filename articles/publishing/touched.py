"""Which cache tags a story's pages carry: asked before and after each change."""

from __future__ import annotations

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
