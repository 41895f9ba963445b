"""Stories that a story points at: looked up when its page is made, never frozen into it.

So a killed, withheld or taken-down story leaves every page that pointed at it, and a new headline
arrives there. The page carries their cache tags.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from articles.models.published import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.reader import Reader
from articles.pages.shapes import Link
from articles.pages.story_head import Group

MOST = 12


def named_in(document: Mapping[str, Any]) -> list[int]:
    """The ids of the stories that the body points at; what is beyond ``MOST`` is left out."""
    segments = document.get("segments", ())
    ids = dict.fromkeys(part["story"] for part in segments if part["kind"] == "related")
    return list(ids)[:MOST]


def with_related(group: Group) -> Group:
    """One query more when the story points at others of its service."""
    ids = named_in(group.document)
    if not ids:
        return group
    rows = PublishedStory.objects.cards().filter(service_id=group.row.service_id)
    return replace(group, related=rows.exclude(pk=group.row.pk).in_bulk(ids))


def link_to(row: PublishedStory | None, reader: Reader) -> Link | None:
    """None for what is not on air, or may not be read here."""
    if row is None or not reader.may_read(row):
        return None
    service = reader.standing.by_id[row.service_id]
    return Link(row.headline, reader.carry(story_path(service.slug, row.slug, row.pk)))
