"""More on a story's topics: looked up when the page is made, never frozen into it.

What is killed, taken down or withheld is not found; a page carries the tags of its topics' lists
(``lists_of``), so that it is made anew whenever one of them changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.caching import tags
from articles.models.prepared import Prepared
from articles.models.published import PublishedStory
from articles.models.service import LanguageService
from articles.pages.addresses import story_path
from articles.pages.reader import Reader
from articles.pages.shapes import Link
from articles.pages.story_head import Group
from articles.text.pointers import stories_pointed_at

MOST = 3
LOOK_AT = 8  # some may be withheld here
_WITH_OTHERS = Prepared(
    lambda story: PublishedStory.objects.with_others(story, LOOK_AT).newest_first(),
    known=400,  # with the whole document of one in ten
    asked_document="document",
)


def group_of(story_id: int) -> Group | None:
    """The story with its versions, what it points at and what is near it, in one query.

    None: there is none.
    """
    rows = _WITH_OTHERS(story_id)
    row = next((one for one in rows if one.pk == story_id), None)
    if row is None:
        return None
    rest = [one for one in rows if one is not row]
    document, topics = row.document or {}, set(row.card.get("topics", ()))
    pointed_at = stories_pointed_at(document.get("segments", ()))
    return Group(
        row,
        document,
        others=tuple(one for one in rest if one.translation_key == row.translation_key),
        more=tuple(one for one in rest if one.translation_key != row.translation_key
                   and topics.intersection(one.card.get("topics", ()))),
        related={one.pk: one for one in rest
                 if one.pk in pointed_at and one.service_id == row.service_id},
    )  # fmt: skip


def lists_of(document: Mapping[str, Any], service: LanguageService) -> list[str]:
    return [tags.topic(service.slug, topic["slug"]) for topic in document["topics"]]


def more_links(
    rows: Iterable[PublishedStory], document: Mapping[str, Any], reader: Reader
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
