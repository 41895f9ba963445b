"""More on a story's topics: looked up when the page is made, never frozen into it.

What is killed, taken down or withheld is not found; a page carries the tags of the lists from which
its links come (``lists_of``), so that it is made anew whenever one of them changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articles.caching import tags
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import story_path
from articles.pages.reader import Reader
from articles.pages.shapes import Link

MOST = 3
LOOK_AT = 12  # some may be withheld here


def lists_of(
    row: PublishedStory, document: Mapping[str, Any], service: LanguageService
) -> list[str]:
    topics = [tags.topic(service.slug, topic["slug"]) for topic in document["topics"]]
    return topics or ([tags.section(row.section_id)] if row.section_id else [])


def rows_near(row: PublishedStory, document: Mapping[str, Any]) -> list[PublishedStory]:
    """The newest of its service on any of its topics, else of its section; one query."""
    own = PublishedStory.objects.cards().filter(service_id=row.service_id).exclude(pk=row.pk)
    if slugs := [topic["slug"] for topic in document["topics"]]:
        on_topic = PublishedStory.topics.through.objects.filter(topic__slug__in=slugs)
        near = own.filter(pk__in=on_topic.values("publishedstory_id"))
    elif row.section_id:
        near = own.filter(section_id=row.section_id)
    else:
        return []
    return list(near.newest_first()[:LOOK_AT])


def more_links(
    rows: list[PublishedStory], document: Mapping[str, Any], reader: Reader
) -> tuple[Link, ...]:
    """What shares most topics comes first, then the newest; only what may be read here."""
    topics = {topic["slug"] for topic in document["topics"]}
    near = [row for row in rows if reader.may_read(row)]
    near.sort(key=lambda row: -len(topics.intersection(row.card.get("topics", ()))))
    return tuple(
        Link(row.headline, reader.carry(story_path(_slug(row, reader), row.slug, row.pk)))
        for row in near[:MOST]
    )


def _slug(row: PublishedStory, reader: Reader) -> str:
    return reader.standing.by_id[row.service_id].slug
