"""Stories that a story points at: looked up when its page is made, never frozen into it.

So a killed, withheld or taken-down story leaves every page that pointed at it, and a new headline
arrives there. The page carries their cache tags.
"""

from __future__ import annotations

from articles.models.published import PublishedStory
from articles.pages.addresses import story_path
from articles.pages.reader import Reader
from articles.pages.shapes import Link


def link_to(row: PublishedStory | None, reader: Reader) -> Link | None:
    """None for what is not on air, or may not be read here."""
    if row is None or not reader.may_read(row):
        return None
    service = reader.standing.by_id[row.service_id]
    return Link(row.headline, reader.carry(story_path(service.slug, row.slug, row.pk)))
