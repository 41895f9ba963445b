"""Stories that a story points at: looked up when its page is made, never frozen into it.

So a killed, withheld or taken-down story leaves every page that pointed at it, and a new headline
arrives there. The page carries their cache tags.
"""

from __future__ import annotations

from dataclasses import replace

from articles.models.prepared import Prepared, in_steps
from articles.models.published import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.reader import Reader
from articles.pages.shapes import Link
from articles.pages.story_head import Group

_OF_SERVICE = Prepared(
    lambda service, own, *ids: (
        PublishedStory.objects.cards().filter(service_id=service, pk__in=ids).exclude(pk=own)
    )
)


def with_related(group: Group) -> Group:
    """One query more when the story points at others of its service."""
    ids = group.points_at
    if not ids:
        return group
    rows = _OF_SERVICE(group.row.service_id, group.row.pk, *in_steps(ids))
    return replace(group, related={row.pk: row for row in rows})


def link_to(row: PublishedStory | None, reader: Reader) -> Link | None:
    """None for what is not on air, or may not be read here."""
    if row is None or not reader.may_read(row):
        return None
    service = reader.standing.by_id[row.service_id]
    return Link(row.headline, reader.carry(story_path(service.slug, row.slug, row.pk)))
